"""Benchmarks: each prints its figure beside a named baseline of the same run. `make bench` runs them all."""
