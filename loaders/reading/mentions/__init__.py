"""The names that a document mentions, and what its own words say of them."""

from .acronyms import acronym, initials_of, is_of_another, stands_for
from .document import names_of
from .glosses import head_roles
from .names import Names, Vote

__all__ = ["Names", "Vote", "acronym", "head_roles", "initials_of", "is_of_another", "names_of", "stands_for"]
