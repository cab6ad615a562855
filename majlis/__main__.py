"""`python -m majlis`."""

from .cli import run

if __name__ == "__main__":  # the processes that write a site import this again
    run()
