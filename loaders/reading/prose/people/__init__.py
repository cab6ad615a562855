"""What a sentence says of people: who leads, holds an office, belongs to a list, stayed away or won a seat."""

from .claims import read_people

__all__ = ["read_people"]
