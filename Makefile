# Everything a developer runs. `make` builds, `make test` is what the continuous
# integration calls.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
GO ?= go

# Packages in which goroutines meet; the race detector slows the rest for nothing.
RACE := ./field/transport/... ./sim ./sim/run/... ./sim/sweep/...

.PHONY: all build test tools format vet unit race bench golden clean

all: build

# A static binary: it runs on any Linux machine of the architecture, without a
# display and without a C library.
build:
	CGO_ENABLED=0 $(GO) build -tags headless -o bin/agents ./cmd/agents

test: tools format vet unit race
	@echo "make test: all passed"

# The race detector needs a C compiler; a bare Debian machine has none.
tools:
	@command -v $(GO) >/dev/null || { echo "go: not found; install Go 1.26 from https://go.dev/dl" >&2; exit 1; }
	@if ! command -v gcc >/dev/null; then \
		echo "installing gcc for the race detector"; \
		export DEBIAN_FRONTEND=noninteractive; \
		sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
		$$sudo apt-get update -qq && $$sudo apt-get install -y -qq gcc libc6-dev; \
	fi

format:
	@wrong=$$(gofmt -l agents assets cmd field render sim); \
	if [ -n "$$wrong" ]; then echo "not gofmt'ed:" $$wrong >&2; exit 1; fi

vet:
	$(GO) build ./...
	CGO_ENABLED=0 $(GO) build -tags headless ./...
	$(GO) vet ./...
	$(GO) tool staticcheck ./...

unit:
	$(GO) test ./...

race:
	$(GO) test -race -short $(RACE)

bench:
	$(GO) test -run '^$$' -bench . -benchmem ./...

# Rewrites the stored results after a change that is meant to move them; look at
# the difference before it is committed, and say in the commit why they moved.
golden:
	$(GO) test ./render -update
	$(GO) test ./sim/run -run Golden -update

clean:
	rm -rf bin
