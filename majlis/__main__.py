"""`python -m majlis`."""

from .cli import main

main()
