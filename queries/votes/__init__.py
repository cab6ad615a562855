"""Votes and seats: what an election's law makes of the published votes."""
