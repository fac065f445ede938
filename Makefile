# The only commands to learn: make site · serve · test · check · archive · bench
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin

.PHONY: site serve test check archive bench clean

site: $(VENV)/ready  ## Build the site into site/
	$(RUN)/peermap build

serve: $(VENV)/ready  ## Build, show at http://127.0.0.1:8000/ and rebuild on every change
	$(RUN)/peermap serve

test: $(VENV)/ready  ## Lint, type-check and run the tests
	$(RUN)/ruff check scripts tests bench
	$(RUN)/ruff format --check scripts tests bench
	$(RUN)/mypy
	$(RUN)/pytest -n auto --dist loadfile --no-loadscope-reorder --durations=15

check: $(VENV)/ready  ## Check the sources: every problem with its file, line and a way out
	$(RUN)/peermap check

archive: $(VENV)/ready  ## One zip with site, data, sources and a PDF, to open from a disk, in dist/
	$(RUN)/peermap archive

bench: $(VENV)/ready  ## Compare with other generators; SIZES="1000 10000" for more references
	$(RUN)/python -m bench $(if $(SIZES),--sizes $(SIZES))

clean:  ## Remove what was built
	rm -rf $(VENV) site dist .cache

$(VENV)/ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "peermap needs Python 3.11 or newer: say which with make PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(RUN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(RUN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@
