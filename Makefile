# The single door: everything people and CI do is a target here. `make` alone prints this list.

SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
READY := $(VENV)/.ready
PY := $(VENV)/bin/python
VENDORS := snaptrade genesys_journey stream_chat
SOURCES := generator_config overlays tests examples

.DEFAULT_GOAL := help
.PHONY: help demo test test-wheels generate check-generated lint format types coverage wheels sandbox parity bench lock clean

help: ## print this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-16s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(READY): requirements-dev.txt
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed, this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv --clear $(VENV)
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-dev.txt
	@touch $@

demo: $(READY) wheels ## install the wheels afresh and run all operations against a local server
	$(PY) -m tests.demo

test: $(READY) ## run all tests
	$(PY) -m pytest

test-wheels: $(READY) wheels ## run the tests of the public face on the installed wheels
	$(PY) -m tests.wheels

generate: $(READY) ## regenerate the packages whose specification changed
	$(PY) -m generator_config.generate

check-generated: $(READY) ## fail when the committed packages differ from their specifications
	$(PY) -m generator_config.generate --check

lint: $(READY) ## check specifications, style and formatting
	$(PY) -m generator_config.lint_specs
	$(PY) -m ruff check $(SOURCES)
	$(PY) -m ruff format --check $(SOURCES)

format: $(READY) ## format the hand-written code
	$(PY) -m ruff check --fix-only --quiet $(SOURCES)
	$(PY) -m ruff format $(SOURCES)

types: $(READY) ## mypy and pyright, both strict
	$(PY) -m mypy
	PYRIGHT_PYTHON_IGNORE_WARNINGS=1 $(PY) -m pyright

coverage: $(READY) ## run all tests and demand full branch coverage of runtime and overlays
	$(PY) -m coverage erase
	$(PY) -m coverage run -m pytest
	$(PY) -m coverage combine --quiet
	$(PY) -m coverage report --fail-under=100

wheels: $(READY) ## build the three wheels and sdists into dist/
	rm -rf dist
	@for vendor in $(VENDORS); do \
		echo "building overlays/$$vendor"; \
		$(PY) -m build --no-isolation --outdir dist overlays/$$vendor >build.log 2>&1 || { cat build.log; rm -f build.log; exit 1; }; \
	done; rm -f build.log
	@ls dist

sandbox: $(READY) ## start the local server that plays the three vendors; stop it with Ctrl-C
	$(PY) -m tests.sandbox --port 8765

parity: $(READY) wheels ## prove with the vendors' own SDKs that the local server is like the real ones (heavy)
	$(PY) -m tests.parity

bench: $(READY) wheels ## measure against raw httpx, the stock generator and the vendors' SDKs; writes docs/performance.* (heavy)
	$(PY) -m tests.bench

lock: $(READY) ## write requirements-dev.txt anew from pyproject.toml
	$(PY) -m uv pip compile --group pyproject.toml:dev --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --quiet --output-file requirements-dev.txt

clean: ## remove everything that can be made again
	rm -rf $(VENV) .cache build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
