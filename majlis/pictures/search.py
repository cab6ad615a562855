"""The search for colours: one a list over all elections, told apart by colour-blind eyes on light and dark paper.

Lists that are coloured at rest in one election are `APART` from each other and from the grey of the small ones, as
normal eyes and those without red or green cones see them; annealing over one pool of colours a paper. The others take,
most seats first, the colour farthest from those they meet in a council. Seeded: the same lists, the same colours.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from .colour import Triple, contrast, from_oklch, seen, written
from .palette import DARK, LIGHT, Paper

APART = 8.0  # the distance (OKLab x 100) of any two lists that are coloured at rest in one election
_GOAL, _MEETING = 8.3, 5.5  # what the search aims at: of these, and of two that meet in a council at other times
CONTRAST = 3.0  # on the paper and on the land, at least
_SEED = 12
_STEPS, _MOST_STEPS = 4_000, 260_000  # a list, and in all
_LOOK, _WARM = 500, 0.5  # steps between looks at what is too near, from this part of them on
_REPAIRS, _TRIED = 12, 25  # rounds of moving apart what is too near at the end, and colours tried for each
_LAST = 400.0  # how much being apart counts in the end, beside what a colour looks like
_CHROMA = (0.06, 0.085, 0.11, 0.135, 0.16, 0.19)
_LEVELS = {
    "light": (0.26, 0.30, 0.34, 0.38, 0.42, 0.46, 0.50, 0.54, 0.58, 0.62, 0.65, 0.68),
    "dark": (0.47, 0.51, 0.55, 0.59, 0.63, 0.67, 0.71, 0.75, 0.79, 0.83, 0.87, 0.91, 0.94),
}
# The four largest lists begin near these: blue, amber, teal, plum (lightness, chroma, hue).
_FIRST = ((0.52, 0.14, 254.0), (0.65, 0.15, 60.0), (0.57, 0.10, 186.0), (0.39, 0.13, 4.0))
_NEAR, _TWIN = 17.0, 40.0  # degrees of hue: of these from where they begin, of a dark twin from its light one

Colour = tuple[str, str]  # on light and on dark paper


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of all elections, those met most first, and which of them meet.

    `weights` are from 0 to 1: how much of the pictures a list fills. `rest` are sets of lists that are coloured at rest
    together, one an election; `councils` are sets that sit together.
    """

    order: tuple[str, ...]
    weights: Mapping[str, float]
    rest: tuple[frozenset[str], ...]
    councils: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    lightness: float
    chroma: float
    hue: float
    text: str
    eyes: tuple[Triple, ...]


@cache
def _pool(paper: str) -> tuple[_Candidate, ...]:
    """The colours that stand out from a paper and from the land on it."""
    on = LIGHT if paper == "light" else DARK
    found = {}
    for lightness in _LEVELS[paper]:
        for chroma in _CHROMA:
            for hue in range(0, 360, 8):
                rgb = from_oklch(lightness, chroma, hue)
                if rgb and _stands_out(text := written(rgb), on):
                    found[text] = _Candidate(lightness, chroma, float(hue), text, seen(text))
    return tuple(found.values())


def _stands_out(text: str, on: Paper) -> bool:
    return min(contrast(text, back) for back in on.backs) >= CONTRAST


def _turn(one: float, other: float) -> float:
    return min(abs(one - other), 360 - abs(one - other))


def search(lists: Lists, given: Mapping[str, Colour] | None = None, tries: int = 1) -> dict[str, Colour]:
    """A colour for each list, the best of so many tries; lists that have one in `given` keep it."""
    given = {id: colour for id, colour in (given or {}).items() if id in lists.weights}
    named = set().union(*lists.rest)
    order = [id for id in lists.order if id in named]
    found: dict[str, Colour] = {}
    for paper in ("light", "dark"):
        task = _Search(paper, lists, order, {id: pair[paper == "dark"] for id, pair in given.items()})
        wanted = dict(zip([id for id in order if id not in given][: len(_FIRST)], _FIRST, strict=False))
        if paper == "light":
            allowed = {id: task.near(id, wanted) for id in order}
            first = task.best([allowed] * tries, wanted)
        else:
            reaches = [{id: task.twins(first[id], id in wanted, turn) for id in order} for turn in range(tries)]
            twins = {id: (0.50 + one.lightness - 0.28, one.chroma, one.hue) for id, one in first.items()}
            second = task.best(reaches, twins)
            found = {id: (first[id].text, second[id].text) for id in order} | given
    return _others(lists, found)


def _meeting(sets: Iterable[frozenset[str]]) -> dict[str, set[str]]:
    """Whom each list meets in any of these sets."""
    found: dict[str, set[str]] = {}
    for together in sets:
        for id in together:
            found.setdefault(id, set()).update(together - {id})
    return found


class _Search:
    """The lists that are coloured at rest, on one paper."""

    def __init__(self, paper: str, lists: Lists, order: Sequence[str], given: Mapping[str, str]) -> None:
        self.pool = [*_pool(paper)]
        self.fixed: dict[str, int] = {}
        for id, text in given.items():
            self.fixed[id] = len(self.pool)
            self.pool.append(_Candidate(0, 0, 0, text, seen(text)))
        self.order, self.weights = order, lists.weights
        rest, met = _meeting(lists.rest), _meeting(lists.councils)
        self.foes = {id: sorted(rest.get(id, ())) for id in order}
        goals = {
            id: (dict.fromkeys(met.get(id, ()), _MEETING) | dict.fromkeys(rest.get(id, ()), _GOAL)) for id in order
        }
        self.goals = {
            id: [(other, goal) for other, goal in sorted(goals[id].items()) if other in goals] for id in order
        }
        grey = seen((LIGHT if paper == "light" else DARK).quiet)
        self.clear = [_gap(candidate.eyes, grey) for candidate in self.pool]
        self.gaps: list[list[float]] = [[-1.0] * len(self.pool) for _ in self.pool]

    def gap(self, one: int, other: int) -> float:
        """How far two colours of the pool are apart; each pair is measured once."""
        found = self.gaps[one][other]
        if found < 0:
            found = self.gaps[one][other] = self.gaps[other][one] = _gap(self.pool[one].eyes, self.pool[other].eyes)
        return found

    def near(self, id: str, wanted: Mapping[str, tuple[float, float, float]]) -> list[int]:
        """The colours that a list may take on light paper."""
        free = [at for at, one in enumerate(self.pool) if one.lightness]
        if id not in wanted:
            return free
        lightness, chroma, hue = wanted[id]
        return [
            at
            for at in free
            if _turn(self.pool[at].hue, hue) <= _NEAR
            and abs(self.pool[at].lightness - lightness) <= 0.07
            and self.pool[at].chroma >= chroma - 0.03
        ] or free

    def twins(self, light: _Candidate, first: bool, turn: int) -> list[int]:
        """The colours that a list may take on dark paper: near in hue to the one on light paper, less so each turn."""
        free = [at for at, one in enumerate(self.pool) if one.lightness]
        if not light.lightness:
            return free
        reach = _NEAR if first else _TWIN * (1 + turn / 2)
        near = [at for at in free if _turn(self.pool[at].hue, light.hue) <= reach]
        return [at for at in near if not first or self.pool[at].lightness <= 0.8] or near or free

    def best(
        self, tries: Sequence[Mapping[str, Sequence[int]]], wanted: Mapping[str, tuple[float, float, float]]
    ) -> dict[str, _Candidate]:
        """The colours of the first try that keeps all `APART`, else of the one whose nearest two are farthest apart."""
        found: tuple[float, dict[str, int]] = (-1.0, {})
        for turn, allowed in enumerate(tries):
            now = self._repaired(self.anneal(allowed, wanted, turn), allowed)
            gaps = [self.gap(now[id], now[other]) for id in self.order for other in self.foes[id]]
            least = min([*gaps, *(self.clear[at] for at in now.values())], default=_GOAL)
            if least > found[0]:
                found = least, now
            if least >= APART:
                break
        return {id: self.pool[at] for id, at in found[1].items()}

    def anneal(
        self, allowed: Mapping[str, Sequence[int]], wanted: Mapping[str, tuple[float, float, float]], turn: int
    ) -> dict[str, int]:
        """A colour for each of the lists, by its place in the pool."""
        chance = random.Random(_SEED + turn)  # noqa: S311 - colours, not secrets
        moving = [id for id in self.order if id not in self.fixed]
        if not moving:
            return {id: self.fixed[id] for id in self.order}
        now = {id: self.fixed[id] if id in self.fixed else chance.choice(allowed[id]) for id in self.order}
        tastes = {id: self._tastes(wanted.get(id), self.weights[id]) for id in moving}

        def cost(id: str, at: int, hard: float) -> float:
            return hard * self._lack(id, at, now) + tastes[id][at]

        steps = min(_MOST_STEPS, _STEPS * len(moving))
        todo = moving
        for step in range(steps):
            done = step / steps
            if not step % _LOOK and done > _WARM:  # then mostly those that are still too near to another
                todo = [id for id in moving if self._lacks(id, now)] or moving
            among = todo if step % 2 else moving
            id = among[chance.randrange(len(among))]
            at = allowed[id][chance.randrange(len(allowed[id]))]
            hard = 1 + 99 * done**2
            change = cost(id, at, hard) - cost(id, now[id], hard)
            if change < 0 or chance.random() < math.exp(-change / (5 * (1 - done) ** 3 + 0.003)):
                now[id] = at
        for _ in range(6):  # then each takes the best there is, until none gains
            gained = False
            for id in moving:
                best = min((cost(id, at, _LAST), at) for at in allowed[id])
                if best[0] < cost(id, now[id], _LAST) - 1e-9:
                    now[id], gained = best[1], True
            if not gained:
                break
        return now

    def _repaired(self, now: dict[str, int], allowed: Mapping[str, Sequence[int]]) -> dict[str, int]:
        """The same with those that are too near moved apart, and whoever is then in the way moved in turn."""
        whole = self._lack_of_all(now)
        for _ in range(_REPAIRS):
            moved = False
            for id in [id for id in self.order if id not in self.fixed and self._too_near(id, now)]:
                for _, at in sorted((self._lack(id, at, now), at) for at in allowed[id])[:_TRIED]:
                    trial = now | {id: at}
                    for other, goal in self.goals[id]:
                        if self.gap(at, trial[other]) < goal and other not in self.fixed:
                            trial[other] = min((self._lack(other, there, trial), there) for there in allowed[other])[1]
                    if (lack := self._lack_of_all(trial)) < whole - 1e-6:
                        now, whole, moved = trial, lack, True
                        break
            if not moved:
                break
        return now

    def _too_near(self, id: str, now: Mapping[str, int]) -> bool:
        at = now[id]
        return self.clear[at] < APART or any(self.gap(at, now[other]) < APART for other in self.foes[id])

    def _lack(self, id: str, at: int, now: Mapping[str, int]) -> float:
        """How far a list in this colour is from what the search aims at."""
        lack, row = max(0.0, _GOAL - self.clear[at]) ** 2, self.gaps[at]
        for other, goal in self.goals[id]:
            gap = row[now[other]]
            if gap < 0:
                gap = self.gap(at, now[other])
            if gap < goal:
                lack += (goal - gap) ** 2
        return lack

    def _lack_of_all(self, now: Mapping[str, int]) -> float:
        return sum(self._lack(id, at, now) for id, at in now.items())

    def _lacks(self, id: str, now: Mapping[str, int]) -> bool:
        """Whether a list is nearer to another, or to the grey, than it should be."""
        at = now[id]
        return self.clear[at] < _GOAL or any(self.gap(at, now[other]) < goal for other, goal in self.goals[id])

    def _tastes(self, wanted: tuple[float, float, float] | None, weight: float) -> list[float]:
        """What a colour costs by itself: dull ones, dark ones of large lists, and those far from what is wanted."""
        found = []
        for one in self.pool:
            taste = max(0.0, 0.14 - one.chroma) * (8 + 40 * weight)
            taste += max(0.0, 0.42 - one.lightness) * (6 + 60 * weight)
            if wanted:
                lightness, chroma, hue = wanted
                taste += _turn(one.hue, hue) * 0.04 + abs(one.lightness - lightness) * 10
                taste += abs(one.chroma - chroma) * 10
            found.append(taste)
        return found


def _gap(one: Sequence[Triple], other: Sequence[Triple]) -> float:
    """How far two colours are apart to the eye that tells them least: distance in OKLab, times 100."""
    least = 1e9
    for (a, b, c), (d, e, f) in zip(one, other, strict=True):
        least = min(least, (a - d) ** 2 + (b - e) ** 2 + (c - f) ** 2)
    return 100 * math.sqrt(least)


@dataclass(frozen=True, slots=True)
class _Pair:
    """A colour and its dark twin."""

    chroma: float
    hue: float
    colour: Colour
    light: tuple[Triple, ...]
    dark: tuple[Triple, ...]

    def gap(self, other: _Pair) -> float:
        """How far two are apart on the paper where they are nearer."""
        return min(_gap(self.light, other.light), _gap(self.dark, other.dark))


@cache
def _pairs() -> tuple[_Pair, ...]:
    """Colours of one hue for light and dark paper, that stand out from both."""
    found = []
    for lightness in (0.40, 0.46, 0.52, 0.58, 0.64):
        for chroma in (0.05, 0.085, 0.12, 0.15):
            for hue in range(0, 360, 12):
                light = from_oklch(lightness, chroma, hue)
                dark = from_oklch(0.57 + (lightness - 0.40) * 1.12, chroma * 0.92, hue)
                if not (light and dark):
                    continue
                colour = written(light), written(dark)
                if _stands_out(colour[0], LIGHT) and _stands_out(colour[1], DARK):
                    found.append(_Pair(chroma, hue, colour, seen(colour[0]), seen(colour[1])))
    return tuple(found)


def _others(lists: Lists, given: Mapping[str, Colour]) -> dict[str, Colour]:
    """Colours for the lists that have none yet: far from those they meet, then from all others."""
    foes, pairs = _meeting(lists.councils), _pairs()
    now = {id: _Pair(0, 0, colour, seen(colour[0]), seen(colour[1])) for id, colour in given.items()}
    todo = [id for id in lists.order if id not in given]
    gaps: dict[tuple[str, str, str, str], float] = {}

    def gap(one: _Pair, other: _Pair) -> float:
        key = (*one.colour, *other.colour)
        if key not in gaps:
            gaps[key] = one.gap(other)
        return gaps[key]

    for turn in range(3):
        uses: dict[Colour, int] = {}
        for id, pair in now.items():
            if id in todo:
                uses[pair.colour] = uses.get(pair.colour, 0) + 1
        for id in todo:
            met = [now[other] for other in sorted(foes.get(id, ())) if other in now]
            if turn and id in now:
                uses[now[id].colour] -= 1
            best: tuple[float, _Pair] | None = None
            for pair in pairs:
                worst = min((gap(pair, other) for other in met), default=12.0)
                dull = 0.9 if pair.chroma < 0.085 else 0.0 if pair.chroma < 0.12 else -0.6
                value = 1.3 * min(worst, 12.0) - dull - 0.25 * uses.get(pair.colour, 0)
                if best is None or value > best[0]:
                    best = value, pair
            if best:
                now[id] = best[1]
                uses[best[1].colour] = uses.get(best[1].colour, 0) + 1
    return {id: pair.colour for id, pair in now.items()}
