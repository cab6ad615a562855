# `make demo` answers the first question; `make test` runs the tests. Both set up what they need.
VENV := .venv
PYTHON ?= python3
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -q

.PHONY: demo test check lint newest bench parity readme data layouts dev clean

demo: $(VENV)/.installed
	$(BIN)/majlis where Maliki

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n 2

check: lint test

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

# Before a release: the newest Neo4j that Maven has, on the newest Java of this machine.
newest: $(VENV)/.dev
	tests/neo4j/newest

bench: $(VENV)/.dev
	$(BIN)/python -m bench

parity: $(VENV)/.dev
	$(BIN)/python -m pytest -q tests/test_parity.py --certificate

readme: $(VENV)/.dev
	$(BIN)/python tests/test_readme.py

# The package of the data; with SINCE=REVISION also the entry of their changelog for the version in data/version.
data: $(VENV)/.dev
	$(BIN)/python -m tests.test_data_package $(SINCE)

# The colours of the lists and the places of names in the network, after a change of the data or of the code for them.
layouts: $(VENV)/.dev
	$(BIN)/python -m majlis.network.make

dev: $(VENV)/.dev

$(VENV)/.venv: Makefile
	$(PYTHON) -c 'import sys; sys.exit("Majlis needs Python 3.11 or newer") if sys.version_info < (3, 11) else None'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/.installed: $(VENV)/.venv pyproject.toml
	$(PIP) install -e .
	touch $@

$(VENV)/.dev: $(VENV)/.installed
	$(PIP) install -e '.[dev]'
	touch $@

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
