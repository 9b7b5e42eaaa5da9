"""The HTTP API, /api/v1: one file a subject."""

from fastapi import APIRouter

from assistant.server.api import decisions, documents, exports, health, jobs, reviews, session, uploads


def routers() -> tuple[APIRouter, ...]:
    modules = (health, session, reviews, uploads, documents, decisions, exports, jobs)
    return tuple(module.router for module in modules)
