"""`python -m majlis`."""

from .cli import main

main(prog_name="majlis")
