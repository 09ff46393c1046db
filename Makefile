# make brief   builds the briefing of seeds/ into out/
# make test    runs everything CI runs
# make check-pages   installs the validators of pages, and runs them
# Both set up what they need: .venv, the packages of pyproject.toml, and Pango for PDF.

PYTHON ?= python3
BIN := .venv/bin
ON_MAC := $(filter Darwin,$(shell uname -s))
# Homebrew's libraries lie where the loader does not look by itself.
RUN := $(if $(ON_MAC),DYLD_FALLBACK_LIBRARY_PATH=/opt/homebrew/lib:/usr/local/lib:/usr/lib)

.PHONY: brief test check-pages fuzz picture pango clean
.SILENT:

brief: .venv/installed pango
	$(RUN) $(BIN)/briefing build seeds --output out

test: .venv/installed-dev pango
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(RUN) $(BIN)/pytest

# Random input over every reader and the whole chain, for MINUTES of the processor's time; what is found lies in build/fuzz.
MINUTES ?= 15
fuzz: .venv/installed-dev
	$(RUN) nice -n 19 $(BIN)/python -m tests.fuzz $(MINUTES)

# What holds pages against PDF/A, PDF/UA, HTML and WCAG. Without it, `make test` skips those checks and says so.
check-pages: .venv/installed-dev pango
	.ci/validators
	$(BIN)/pip install --quiet --group pages
	$(RUN) $(BIN)/pytest tests/pages tests/review

# The picture in README: needs pdftoppm (poppler-utils).
picture: .venv/installed pango
	rm -rf build/picture
	$(RUN) $(BIN)/briefing build seeds --format pdf --output build/picture
	mkdir -p docs/img
	pdftoppm -r 84 -f 1 -singlefile -png build/picture/*.pdf docs/img/page

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist out/*

pango: .venv/installed
	.ci/need "$(RUN) $(BIN)/python -c 'import weasyprint'" \
		"libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" pango \
		"your package manager to install Pango (Fedora: dnf install pango)"

.venv/installed: pyproject.toml | .venv/pip
	$(BIN)/pip install --quiet --editable .
	touch $@

.venv/installed-dev: .venv/installed
	$(BIN)/pip install --quiet --group dev
	touch $@

# Only a recent pip knows dependency groups.
.venv/pip: | .venv
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	touch $@

.venv:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; run: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 3; }
	.ci/need "$(PYTHON) -c 'import ensurepip, venv'" python3-venv "" \
		"your package manager to install Python's venv module"
	$(PYTHON) -m venv $@
