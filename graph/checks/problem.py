"""A broken rule, with the place and the claims that break it."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Place, Statement


@dataclass(frozen=True, slots=True)
class Problem:
    """A broken rule. `statements` are the claims that break it together; `about`: of whom, at which election."""

    rule: str
    what: str
    place: Place | None = None
    statements: tuple[str, ...] = ()
    about: tuple[str | None, str | None] = (None, None)

    @property
    def told(self) -> str:
        """The same beside a graph that is built all the same, with what becomes of its claims."""
        return f"{self}; its claims are dissent" if self.statements else str(self)

    def __str__(self) -> str:
        return f"{self.place or 'data'}: {self.what} [{self.rule}]"


def broken(
    what: str,
    place: Place | None,
    *claims: Statement,
    subject: str | None = None,
    election: str | None = None,
) -> Problem:
    """A problem as a rule finds it: `checks.settle` names the rule."""
    return Problem("", what, place, tuple(claim.id for claim in claims), (subject, election))
