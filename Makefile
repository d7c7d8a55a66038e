# Everything a newcomer or a maintainer does here, by name. `make` alone lists it.
# All of it happens in .venv, which is made on first use and again when requirements.lock or pyproject.toml change.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.SUFFIXES:
.DELETE_ON_ERROR:

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --no-input

# Which Python makes the environment; `make demo PYTHON=/path/to/python3` chooses another.
PYTHON ?=
CANDIDATES := python3.14 python3.13 python3.12 python3.11 python3 python

export PYTHONDONTWRITEBYTECODE := 1

.PHONY: help demo demo-web test lint types format docs dist smoke lock bench clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' Makefile

demo: $(READY) ## install into .venv and read the example articles
	@$(BIN)/allegedly read examples

demo-web: $(READY) ## install into .venv and open the example articles in the browser
	@rm -f $(VENV)/examples.ledger*
	@$(BIN)/allegedly add $(VENV)/examples.ledger examples
	@$(BIN)/allegedly weigh $(VENV)/examples.ledger
	@$(BIN)/allegedly serve $(VENV)/examples.ledger

test: $(READY) ## run all tests
	@$(BIN)/python -m pytest -q

lint: $(READY) ## check style
	@$(BIN)/python -m ruff check .
	@$(BIN)/python -m ruff format --check --quiet . || { echo "Not formatted; run: make format"; exit 1; }

format: $(READY) ## mend style
	@$(BIN)/python -m ruff check --fix --quiet . || true
	@$(BIN)/python -m ruff format --quiet .

types: $(READY) ## check types
	@$(BIN)/python -m mypy

docs: $(READY) ## make the generated pages again: docs/format.md and docs/page.svg
	@$(BIN)/python docs/make_format.py
	@$(BIN)/python docs/make_page.py

dist: $(READY) ## build the sdist, and the wheel from it, into dist
	@rm -rf dist
	@$(BIN)/python -m build --no-isolation . > .venv/build.log 2>&1 || { cat .venv/build.log; exit 1; }
	@ls dist

# Into an environment of its own, with what the wheel itself asks for, in the versions of the lock.
smoke: dist ## install the built wheel in a fresh environment and read an article with it
	@rm -rf $(VENV)/smoke && $(BIN)/python -m venv $(VENV)/smoke
	@grep -E '^[A-Za-z0-9]' requirements.lock | sed 's/ *\\$$//' > $(VENV)/smoke/constraints.txt
	@$(VENV)/smoke/bin/python -m pip --disable-pip-version-check --quiet --no-input install \
	    -c $(VENV)/smoke/constraints.txt dist/*.whl
	@cp examples/strait-agency.txt $(VENV)/smoke/ && cd $(VENV)/smoke && bin/allegedly --help > help.txt \
	    && bin/allegedly read strait-agency.txt > page.txt && bin/allegedly doctor > doctor.txt \
	    && grep -q 'Usage' help.txt && test -s page.txt && bin/allegedly read strait-agency.txt --format json | bin/python -c \
	    'import sys, allegedly.model as m; print("The wheel reads:", m.from_json(sys.stdin.read()))'
	@rm -rf $(VENV)/smoke

bench: $(READY) ## measure again what docs/benchmarks.md says (needs the data that it names)
	@$(BIN)/python -m benchmarks.speed
	@$(BIN)/python -m benchmarks.attribution
	@$(BIN)/python -m benchmarks.intake
	@$(BIN)/python -m benchmarks.find

lock: ## work out requirements.lock again (needs uv)
	@command -v uv > /dev/null || { echo "uv is missing; install it with: pip install uv"; exit 1; }
	@uv pip compile pyproject.toml --extra dev --universal --generate-hashes --no-emit-index-url --upgrade \
	    --quiet --output-file requirements.lock

clean: ## remove what these targets made
	@rm -rf $(VENV) dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(READY): requirements.lock pyproject.toml
	@python=''; \
	for each in "$(PYTHON)" $(CANDIDATES); do \
	    test -n "$$each" || continue; \
	    if "$$each" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2> /dev/null; then python="$$each"; break; fi; \
	    test "$$each" != "$(PYTHON)" || { echo "$$each is not a Python of version 3.11 or newer; name another with PYTHON=…"; exit 1; }; \
	done; \
	test -n "$$python" || { echo "No Python 3.11 or newer was found; install one (https://www.python.org/downloads/) or name it: make $(MAKECMDGOALS) PYTHON=/path/to/python3"; exit 1; }; \
	"$$python" -c 'import venv, ensurepip' 2> /dev/null || { echo "$$python has no venv module; on Debian or Ubuntu: apt install python3-venv"; exit 1; }; \
	echo "Installing into $(VENV) with $$("$$python" -V), once; this takes a minute or two …" >&2; \
	"$$python" -m venv --clear $(VENV)
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $(READY)
