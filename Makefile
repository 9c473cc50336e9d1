# Everything a person or CI calls. `make demo` and `make test` set up .venv themselves; only python3 and make are needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help setup demo page test check format lint types imports floors golden score bench lock clean

help: ## what can be called
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 20

setup: $(READY) ## create .venv from the lock

$(READY): requirements.lock pyproject.toml
	@if command -v uv >/dev/null 2>&1; then \
		uv venv --quiet --allow-existing --python $(PYTHON) $(VENV) && \
		uv pip sync --quiet --python $(BIN)/python --require-hashes requirements.lock && \
		uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable . ; \
	else \
		$(PYTHON) -m venv $(VENV) && \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock && \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable . ; \
	fi
	@touch $(READY)

demo: $(READY) ## run the main job on the shipped example
	$(BIN)/consilience run examples/reports -o out/demo
	@echo "The page: file://$(CURDIR)/out/demo/report.html"

# The script of the page is built by developers and committed: nobody who runs or tests Consilience needs node.
page: ## build the page's script and the outlines of its map from web/ (needs node and npm)
	npm ci --prefix web --silent --no-audit --no-fund
	node web/build.mjs
	node web/outlines.mjs

test: $(READY) ## run the tests
	$(BIN)/pytest -n auto

format: $(READY) ## rewrite the code in the house format
	$(BIN)/ruff format src tests tools
	$(BIN)/ruff check --fix src tests tools

lint: $(READY)
	$(BIN)/ruff format --check src tests tools
	$(BIN)/ruff check src tests tools

types: $(READY)
	$(BIN)/mypy

imports: $(READY)
	$(BIN)/lint-imports

golden: $(READY) ## write the golden record of the example anew; read its diff
	PYTHONPATH=. $(BIN)/python tests/golden/digest.py

floors: $(READY) ## the gold sets of tests/gold against their pinned floors
	$(BIN)/pytest tests/gold

check: lint types imports test ## the whole of CI: format, lint, types, imports, tests with gold floors

score: $(READY) ## score the crises under ../shared, where they are
	$(BIN)/python tools/score.py

bench: $(READY) ## speed against bare spaCy, warm against cold; each layer beside the parse; growth of families
	$(BIN)/python tools/bench.py
	$(BIN)/python tools/bench_layers.py
	$(BIN)/python tools/bench_families.py
	$(BIN)/python tools/bench_entities.py

lock: ## write requirements.lock anew (needs uv)
	uv pip compile --quiet --universal --generate-hashes --group dev --all-extras --python-version 3.11 --no-header pyproject.toml -o requirements.lock

clean:
	rm -rf $(VENV) out .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
