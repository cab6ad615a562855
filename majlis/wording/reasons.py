"""The reasons of decisions in words."""

from __future__ import annotations

from functools import lru_cache

from graph.model import Reason

from .messages import say


@lru_cache(1024)
def reason(language: str, item: Reason) -> str:
    """A reason in words: `{0}`, `{1}` are its values, `{all}` and `{listed}` all of them joined."""
    joined = {"all": say(language, "and").join(item.values), "listed": say(language, "listed").join(item.values)}
    return say(language, f"reason.{item.code}", *item.values, **joined)
