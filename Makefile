# One command each. `make run` and `make test` need nothing but Python 3.11+, git and make.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: help run test lint format clients test-thunderbird screenshots clean

help:  ## what there is
	@awk -F':.*## ' '/^[a-z-]+:.*## / {printf "  make %-16s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "timeline needs Python 3.11 or newer; $(PYTHON) is older. Try: make PYTHON=python3.12 …"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
	  { echo "The virtual environment could not be made. On Debian and Ubuntu: apt install python3-venv"; exit 1; }

$(VENV)/.installed: pyproject.toml hatch_build.py package-lock.json | $(BIN)/python
	@echo "Installing …"
	@$(PIP) install --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	@echo "Installing what the tests need …"
	@$(PIP) install --editable '.[dev]'
	@touch $@

run: $(VENV)/.installed  ## build articles/ into exports/ and say what to open
	@$(BIN)/timeline build articles --output exports --title "Fähre, Pelikan, Porzellan: fünf erfundene Geschichten"

# The browser waits more than it works: its tests run beside the others and are shown after them.
test: $(VENV)/.installed-dev clients  ## all tests
	@seen=$$(mktemp); $(BIN)/python -m pytest -p no:cacheprovider tests/browser > $$seen 2>&1 & browser=$$!; \
	  $(BIN)/python -m pytest --ignore tests/browser; rest=$$?; \
	  wait $$browser; shown=$$?; cat $$seen; rm -f $$seen; exit $$((rest > shown ? rest : shown))

lint: $(VENV)/.installed-dev  ## style and types
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

format: $(VENV)/.installed-dev  ## put the code into shape
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

# A browser and a calendar program for the tests that want them. Only where the
# user may install them without being asked anything; else those tests are
# skipped, and say so.
clients:
	@tests/install_clients.sh

# Thunderbird is large and takes a while: not part of `make test`.
test-thunderbird: $(VENV)/.installed-dev  ## a subscription in a real Thunderbird (skipped without one)
	@$(BIN)/python -m pytest tests/clients/check_thunderbird.py

screenshots: $(VENV)/.installed-dev run  ## docs/screenshot.png from exports/index.html
	@$(BIN)/python tests/browser/screenshots.py exports/index.html docs/screenshot.png

clean:  ## remove what make has made
	@rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis node_modules exports/*

# The tagger as compiled code (mypyc), about 1.4 times as fast. hatch-mypyc compiles in place, so this
# happens in a copy: compiled files beside the sources would hide what is changed there.
COMPILED := build/compiled

.PHONY: compiled test-compiled
compiled: $(COMPILED)/.built  ## a wheel with the tagger as compiled code, in dist/ (needs a C compiler)

$(COMPILED)/.built: $(VENV)/.installed pyproject.toml $(shell find src/timeline -name '*.py')
	@echo "Compiling …"
	@rm -rf $(COMPILED) build/source && mkdir -p build/source
	@cp -R pyproject.toml hatch_build.py package.json package-lock.json README.md LICENSE LICENSES src build/source/
	@HATCH_BUILD_HOOK_ENABLE_MYPYC=1 $(PIP) wheel --no-deps --wheel-dir dist build/source
	@rm -rf build/source
	@$(PIP) install --no-deps --target $(COMPILED) "$$(ls -t dist/timeline-*-cp*.whl | head -1)"
	@touch $@

test-compiled: $(VENV)/.installed-dev $(COMPILED)/.built  ## the tests of the tagger on its compiled code
	@PYTHONPATH=$(COMPILED) $(BIN)/python -m pytest tests/compiled.py tests/unit/test_corpus.py \
	  tests/unit/test_grammar_rules.py tests/property/test_temporal.py

# The annotated corpora are not part of the project; where they are missing, nothing is measured.
SHARED ?= ../shared

.PHONY: bench-tagging
bench-tagging: $(VENV)/.installed-dev  ## accuracy and speed of the tagger, into docs/tagging.md
	-@$(MAKE) --no-print-directory compiled
	@$(BIN)/python benchmarks/tagging.py $(SHARED) --compiled $(COMPILED) --write docs/tagging.md

.PHONY: bench-articles
bench-articles: $(VENV)/.installed-dev  ## dates, furniture and memory of reading articles, into docs/articles.md
	@$(BIN)/python benchmarks/articles.py $(SHARED)/seeds $(SHARED)/corpora/stories --write docs/articles.md

.PHONY: bench-events
bench-events: $(VENV)/.installed-dev  ## dates, traps and merging of events, and how time grows, into docs/events.md
	@$(BIN)/python benchmarks/events.py $(SHARED) --write docs/events.md
	@$(BIN)/python benchmarks/merging.py $(SHARED) $(if $(STORIES),--stories $(STORIES)) --write docs/events.md
