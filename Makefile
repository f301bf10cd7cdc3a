# The verbs of Hartlijn. `make help` explains them; nothing here asks a question.
.DEFAULT_GOAL := help
.PHONY: help run test check fix bench journeys everything nightly lock messages clean environment environment-demo environment-test
MAKEFLAGS += --no-print-directory
BIN := .venv/bin

help: ## Explain the verbs
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

run: export HARTLIJN_DEMO = yes
run: environment-demo ## Open Hartlijn on this machine with its demonstration world (PORT=8000)
	@$(BIN)/hartlijn demo
	@exec $(BIN)/hartlijn serve

test: environment-test ## Test everything, with a real browser and a real PostgreSQL
	@$(BIN)/python -m setup.suite test

check: environment-test ## Formatting, lint, types, floors, translations: in seconds
	@$(BIN)/python -m setup.check

fix: environment-test ## Format everything and repair what can be repaired
	@$(BIN)/python -m setup.check fix

bench: environment-test ## Measure our pages beside the bare framework
	@$(BIN)/python -m setup.suite bench

journeys: environment-test ## Every story in the browser, also those that `make test` leaves out
	@$(BIN)/python -m setup.suite journeys

everything: environment-test ## What a change must pass beside `make check`: all tests, and every story once
	@$(BIN)/python -m setup.suite everything

nightly: environment-test ## The long runs, on the other PostgreSQL
	@$(BIN)/python -m setup.suite nightly

lock: environment-test ## Remake the locks after a change in pyproject.toml (UPGRADE=yes: newer versions)
	@$(BIN)/python -m setup.lock $(if $(UPGRADE),--upgrade)
	@$(BIN)/python -m setup.frontend lock $(if $(UPGRADE),--upgrade)

messages: environment-test ## Bring locale/ up to date with the texts in the code
	@$(BIN)/python -m setup.messages extract

clean: ## Remove what was built (not .venv, not var/ with your data)
	@rm -rf frontend/node_modules hartlijn/ui/static/ui/dist dist htmlcov .coverage* .*_cache .hypothesis
	@find hartlijn config setup locale -name '*.mo' -delete 2>/dev/null; true

environment:
	@python=$$(sh setup/find-python.sh) && "$$python" setup/environment.py run

environment-demo:
	@python=$$(sh setup/find-python.sh) && "$$python" setup/environment.py demo

environment-test:
	@python=$$(sh setup/find-python.sh) && "$$python" setup/environment.py test
