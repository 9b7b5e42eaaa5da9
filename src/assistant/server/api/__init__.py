"""The HTTP API, /api/v1: one file a subject."""

from fastapi import APIRouter

from assistant.server.api import (
    baseline,
    citations,
    decisions,
    departments,
    documents,
    edits,
    explain,
    exports,
    health,
    jobs,
    laws,
    panel,
    positions,
    reviews,
    session,
    uploads,
    watch,
)


def routers() -> tuple[APIRouter, ...]:
    modules = (
        health, session, reviews, panel, uploads, documents, decisions, edits, exports, positions, explain, jobs,
        citations, laws, watch, departments, baseline,
    )  # fmt: skip
    return tuple(module.router for module in modules)
