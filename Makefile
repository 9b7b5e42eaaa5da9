# Needs Python 3.11-3.13, git, make and, for the C rule engine, a C compiler. Every target makes .venv by itself.
BIN := .venv/bin
SAMPLES := $(filter-out %/SOURCE.md %/expected.json %/source.yaml,$(wildcard corpus/guides/*/*.*))
BASELINE := $(wildcard corpus/baseline/*.csv)
WORKERS ?= 2

.PHONY: help setup demo test lint coverage bench samples bundle clean

help:
	@echo "make demo      审查随附的样例指南，结果在 out/"
	@echo "make test      全部测试"
	@echo "make lint      格式、静态检查、类型、分层"
	@echo "make coverage  测试覆盖率（含分支）"
	@echo "make bench     速度，与同类工具的倍数"
	@echo "make bundle    内网安装包：全部 wheel 和安装脚本，在 dist/"

setup: .venv/ready

.venv/ready: pyproject.toml .ci/setup
	sh .ci/setup
	@touch $@

demo: setup
	rm -rf out
	mkdir -p out
	@for format in text json xlsx marked guide summary; do \
		$(BIN)/jianzheng review $(SAMPLES) --as-of 2026-11-24 --format $$format --out out/$$format >out/overview.txt || exit 1; \
	done
	@$(BIN)/jianzheng review $(SAMPLES) --as-of 2026-11-24 --baseline $(BASELINE) --out out/baseline >/dev/null
	@cat out/overview.txt
	@echo "结果在 out/：text/ 可直接阅读，marked/ 是带修订和批注的原件，guide/ 是精简后的新指南，xlsx/ 是精简清单，summary/ 是前后对比，json/ 供程序读取，baseline/ 另与样例基础清单比对"
	@echo "浏览器里用：$(BIN)/jianzheng serve"

test: setup
	$(BIN)/python -m pytest -q -n $(WORKERS)

lint: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

coverage: setup
	$(BIN)/python -m pytest -q -n $(WORKERS) --cov --cov-branch --cov-report=term:skip-covered

bench: setup
	$(BIN)/python benchmarks/run.py

samples: setup
	$(BIN)/python corpus/make_samples.py

bundle: setup
	$(BIN)/python deploy/bundle.py

clean:
	rm -rf .venv out dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
