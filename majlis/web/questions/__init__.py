"""Questions in words, English and Arabic: what a text asks, by a table of words and the names of the graph."""

from .asked import Question
from .reading import is_arabic, meant, prepare, read

__all__ = ["Question", "is_arabic", "meant", "prepare", "read"]
