# Everything a developer runs. `make` builds, `make test` is what the continuous
# integration calls.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
GO ?= go
export PATH := $(PATH):/usr/local/go/bin

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

# What a bare Debian machine lacks: Go, which fetches the version that go.mod
# names by itself, and a C compiler for the race detector.
tools:
	@lacking=; \
	command -v $(GO) >/dev/null || lacking="golang-go ca-certificates"; \
	command -v gcc >/dev/null || lacking="$$lacking gcc libc6-dev"; \
	if [ -n "$$lacking" ]; then \
		echo "installing $$lacking"; \
		sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
		$$sudo apt-get update -qq; \
		DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -qq $$lacking; \
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
