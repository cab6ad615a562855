# `make demo` answers the first question; `make test` runs the tests. Both set up what they need.
VENV := .venv
PYTHON ?= python3
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -q

.PHONY: demo test check lint newest bench fuzz soak tck parity readme docs lock audit data layouts dev clean

demo: $(VENV)/.installed
	$(BIN)/majlis where Maliki

# One worker has the tests of a server, the other those of a browser; then both have the rest.
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

# Hostile documents, names, tables, graph files and requests, TIMES as many as the tests try, and others each time.
TIMES ?= 50
fuzz: $(VENV)/.dev
	MAJLIS_FUZZ=$(TIMES) $(BIN)/python -m pytest -q --timeout 0 -o faulthandler_timeout=0 tests/fuzz

# Readers, builds, kills and hostile texts together on this machine for SECONDS, on each engine there is.
SECONDS ?= 60
soak: $(VENV)/.dev
	$(BIN)/python -m bench.soak $(SECONDS)

# How much of what the openCypher TCK reads the gate admits; Maven fetches the TCK.
tck: $(VENV)/.dev
	$(BIN)/python -m tests.gate.tck

parity: $(VENV)/.dev
	$(BIN)/python -m pytest -q tests/test_parity.py --certificate

readme: $(VENV)/.dev
	$(BIN)/python -m tests.test_readme

# The site of the documentation, in build/docs/html; nothing is fetched.
docs: $(VENV)/.dev
	$(BIN)/python -m sphinx -q -W -b html -d build/docs/doctrees docs build/docs/html

# Every package of development by version and hash, but the embedded engine, whose old releases leave the index.
LOCK := requirements/dev.txt
lock: $(VENV)/.dev
	CUSTOM_COMPILE_COMMAND='make lock' $(BIN)/python -m piptools compile -q --extra dev --generate-hashes --strip-extras \
		--no-emit-index-url --no-emit-trusted-host --no-emit-options \
		--unsafe-package kglite --unsafe-package majlis-graph -o $(LOCK) pyproject.toml

# Known weaknesses of what the lock names; asks the public list of them.
audit: $(VENV)/.dev
	$(BIN)/python -m pip_audit --require-hashes --disable-pip -r $(LOCK)

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

# Compiled once, so that the first command need not do it, and none has to where Python keeps nothing it compiled.
$(VENV)/.installed: $(VENV)/.venv pyproject.toml
	$(PIP) install -e .
	$(BIN)/python -m compileall -q graph loaders queries majlis
	touch $@

$(VENV)/.dev: $(VENV)/.installed
	$(PIP) install -e '.[dev]'
	touch $@

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
