# Two commands are the whole set-up: `make demo` and `make test`.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP_INSTALL := $(BIN)/python -m pip install --disable-pip-version-check --constraint constraints.txt

.PHONY: demo test test-xcb lint smoke screenshots clean
.DEFAULT_GOAL := help

help:
	@echo "make demo         set up, then the main job on the bundled sample (a window where there is a display)"
	@echo "make test         set up, then all tests"
	@echo "make test-xcb     the window's tests once more, on Xvfb with Qt's xcb platform, but for those that measure"
	@echo "make lint         ruff, mypy --strict, import-linter"
	@echo "make smoke        build the wheel, install it in a clean environment, run the demo there"
	@echo "make screenshots  docs/screenshots: every main view, light and dark, at 1x and 2x"

demo: $(VENV)/.demo-ready
	@packaging/system_libraries.sh
	$(BIN)/wsl-annotator demo

test: $(VENV)/.test-ready
	@packaging/system_libraries.sh --tests
	$(BIN)/python -m pytest -n 2 --dist loadfile -m "not alone"
	$(BIN)/python -m pytest -m alone

test-xcb: $(VENV)/.test-ready
	@packaging/system_libraries.sh --tests
	QT_QPA_PLATFORM=xcb xvfb-run --auto-servernum --server-args="-screen 0 1600x1000x24" \
		$(BIN)/python -m pytest -m "not alone" tests/gui tests/journey

lint: $(VENV)/.test-ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

smoke: $(VENV)/.test-ready
	$(BIN)/python packaging/smoke_wheel.py

screenshots: $(VENV)/.test-ready
	@packaging/system_libraries.sh
	$(BIN)/python packaging/screenshots.py

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed."; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.demo-ready: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "Installing: about 3 GB to download (PyTorch with its GPU libraries) and 6 GB on disk, in $(VENV)."
	$(PIP_INSTALL) --editable .
	@touch $@

$(VENV)/.test-ready: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "Installing: about 3 GB to download (PyTorch with its GPU libraries) and 6 GB on disk, in $(VENV)."
	$(PIP_INSTALL) --editable '.[dev]'
	@touch $@ $(VENV)/.demo-ready

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
