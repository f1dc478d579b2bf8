# Two commands do everything on a fresh machine: `make run` and `make test`.
# Paths are relative and tools are started with `python -m`, so a space in the path does no harm.
PYTHON ?= python3
PY = .venv/bin/python
PORT ?= 8000

.PHONY: run test test-faults check bench seed openapi model lint types frontend frontend-check browser clean

run: .venv/installed frontend
	@exec $(PY) -m leadnurturebot demo --port $(PORT)

test: .venv/installed-dev browser frontend
	$(PY) -m pytest -n auto --dist worksteal

# Kills, lost answers, repeats and disorder under load. SEED=7 or SEED=7,8 chooses the plan of faults.
test-faults: .venv/installed-dev
	$(PY) -m tests.faults --seeds $(or $(SEED),1,2,3)

check: lint types frontend-check
	$(MAKE) test

lint: .venv/installed-dev
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	.venv/bin/lint-imports

types: .venv/installed-dev
	$(PY) -m mypy

bench: .venv/installed-dev
	$(PY) -m benchmarks.message_path

seed: .venv/installed
	$(PY) -m leadnurturebot demo --fresh --seed-only

openapi: .venv/installed-dev
	$(PY) -m leadnurturebot.api.snapshot

model: .venv/installed-dev
	# One thread: with small matrices several only wait for one another.
	OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1 $(PY) -m leadnurturebot.assistant.understanding.train
	OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1 $(PY) -m leadnurturebot.assistant.understanding.letter_training

# The front end is built from its lock file, and only when its sources changed.
frontend: .venv/installed
	@$(PY) scripts/frontend.py build

frontend-check: .venv/installed
	@$(PY) scripts/frontend.py check

# Debian's chromium for the browser tests, where it is absent and we may install it; else they are skipped, loudly.
browser:
	@sh scripts/browser.sh

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/installed: .venv/bin/python requirements.lock pyproject.toml
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/installed-dev: .venv/installed requirements-dev.lock
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

clean:
	rm -rf .venv build *.egg-info frontend/node_modules frontend/dist leadnurturebot/portal
