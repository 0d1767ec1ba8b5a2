# Every target does all it needs from a fresh Debian 12 with the Swift 6.3 toolchain. What is built stays outside the clone, one folder for
# each set of flags, so that a second clone need not build the dependencies again; NAIKKELAS_BUILD says where.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

BUILD := $(or $(NAIKKELAS_BUILD),$(HOME)/.cache/naikkelas)
BUSINESSES ?= 20000
PORT ?= 8080
ROWS ?= 10000 100000
ORDERS ?= 50000

DEBUG := --scratch-path $(BUILD)/debug
RELEASE := -c release --scratch-path $(BUILD)/release
SOURCES := Package.swift Sources Tests $(wildcard Benchmarks)

# Drives Debian's Chromium against a server of the debug build.
BROWSER_TEST = Scripts/make-python "$(BUILD)/python" Tests/Browser/requirements.txt \
	&& NAIKKELAS="$(BUILD)/debug/debug/naikkelas" PYTHONDONTWRITEBYTECODE=1 "$(BUILD)/python/bin/python" -m pytest Tests/Browser

# Splink, by the exported settings, has to weigh pairs as this program does.
SPLINK_TEST = Scripts/make-python "$(BUILD)/splink" Tests/Splink/requirements.txt \
	&& NAIKKELAS="$(BUILD)/debug/debug/naikkelas" PYTHONDONTWRITEBYTECODE=1 "$(BUILD)/splink/bin/python" -m pytest Tests/Splink -m "not spark"
SPARK_TEST = Scripts/make-python "$(BUILD)/spark" Tests/Splink/requirements-spark.txt \
	&& NAIKKELAS="$(BUILD)/debug/debug/naikkelas" PYTHONDONTWRITEBYTECODE=1 "$(BUILD)/spark/bin/python" -m pytest Tests/Splink -m spark

# Issues certificates with the command of the debug build and checks them with PyJWT and cryptography.
CREDENTIALS_TEST = Scripts/make-python "$(BUILD)/python-credentials" Tests/Credentials/requirements.txt \
	&& NAIKKELAS="$(BUILD)/debug/debug/naikkelas" PYTHONDONTWRITEBYTECODE=1 "$(BUILD)/python-credentials/bin/python" -m pytest Tests/Credentials

.PHONY: help demo build test storm check bench format lint packages packages-test clean browser-test splink-test spark-test credentials-test

help: ## this list
	@echo "make TARGET"
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  \1|\2/' | column -t -s '|'
	@echo "Built files go to $(BUILD); set NAIKKELAS_BUILD to put them elsewhere."

demo: build ## a simulated programme of BUSINESSES=20000, served at PORT=8080
	@"$(BUILD)/release/release/naikkelas" demo --businesses $(BUSINESSES) --port $(PORT)

build: packages ## the naikkelas command, optimised
	@swift build $(RELEASE) --product naikkelas
	@echo "Built $(BUILD)/release/release/naikkelas"

test: packages-test ## the whole suite on both engines, then beside Splink, other libraries and in a browser
	@swift build $(DEBUG) --build-tests
	@swift test $(DEBUG) --skip-build
	@$(SPLINK_TEST)
	@$(CREDENTIALS_TEST)
	@$(BROWSER_TEST)

storm: packages-test ## the books in a storm of ORDERS=50000 over ORDERS/250 businesses, with dying workers, on both engines
	@swift build $(DEBUG) --build-tests
	@NAIKKELAS_STORM=$(ORDERS) swift test $(DEBUG) --skip-build --filter StormTests

check: packages-test lint ## format, build and the suite without the browser: before each commit
	@swift build $(DEBUG) --build-tests
	@swift test $(DEBUG) --skip-build

bench: packages-test ## speed and memory at ROWS="10000 100000"; see Docs/performance.md
	@BENCHMARKS_BUILD="$(BUILD)/benchmarks" Benchmarks/run $(ROWS)

format: ## put the sources into the house's form
	@swift format format --parallel --in-place --recursive $(SOURCES)

lint: ## complain of sources that are not in that form
	@swift format lint --strict --parallel --recursive $(SOURCES)

packages: ## the system packages that a build needs
	@Scripts/install-packages build

packages-test: ## and those that the tests need
	@Scripts/install-packages build test

browser-test: packages-test ## the browser test alone
	@swift build $(DEBUG) --build-tests
	@$(BROWSER_TEST)

splink-test: packages-test ## the exported model beside Splink on DuckDB alone
	@swift build $(DEBUG) --product naikkelas
	@$(SPLINK_TEST)

spark-test: packages-test ## and on Spark, which needs Java and brings 400 MB of Python packages
	@swift build $(DEBUG) --product naikkelas
	@$(SPARK_TEST)

credentials-test: packages-test ## the test of certificates with other libraries alone
	@swift build $(DEBUG) --build-tests
	@$(CREDENTIALS_TEST)

clean: ## take away everything that was built
	@rm -rf "$(BUILD)/debug" "$(BUILD)/release" "$(BUILD)/benchmarks" "$(BUILD)/python" "$(BUILD)/python-credentials" "$(BUILD)/splink" \
		"$(BUILD)/spark" "$(BUILD)/peers"
