"""`python -m majlis`."""

from .cli import main

if __name__ == "__main__":  # the processes that write a site import this again
    main(prog_name="majlis")
