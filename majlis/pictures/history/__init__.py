"""Seats through the elections, drawn."""
