# Nothing is needed but python3 (3.11 or later) and make. Windows' commands stand in README.md.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --quiet --disable-pip-version-check

.PHONY: run demo test lint shots bench messages clean

$(VENV)/.run: requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --require-hashes -r requirements.lock
	touch $@

$(VENV)/.dev: requirements.lock tests/requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --require-hashes -r tests/requirements.lock
	touch $@ $(VENV)/.run

run: $(VENV)/.run            ## start the app (without a display: the demonstration)
	$(BIN)/python app.py

demo: $(VENV)/.run           ## the demonstration workshop without a window; papers in out/
	$(BIN)/python app.py demo --out out

test: $(VENV)/.dev lint      ## everything CI runs
	sh tests/system_packages.sh
	$(BIN)/python -m pytest
	$(BIN)/python app.py demo --out out
	$(BIN)/python -m tests.bench.run

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

shots: $(VENV)/.dev          ## every screen from the demonstration workshop, into docs/screens/
	$(BIN)/python -m tests.shots

bench: $(VENV)/.dev          ## the figures, into out/bench.json
	$(BIN)/python -m tests.bench.run

messages: $(VENV)/.dev       ## gather msgids into the Japanese catalogue and compile it
	$(BIN)/python -m tests.messages

clean:
	rm -rf $(VENV) out
