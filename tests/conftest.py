"""What many tests need."""

from pathlib import Path

import pytest
from hypothesis import settings

# The same examples in every run: a red run is a change's fault. `--hypothesis-profile default` looks for new ones.
settings.register_profile("fixed", derandomize=True)
settings.load_profile("fixed")

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def samples(root: Path) -> tuple[Path, ...]:
    """The sample guides, one path each."""
    other = {"SOURCE.md", "expected.json", "source.yaml"}
    return tuple(sorted(path for path in (root / "corpus/guides").glob("*/*.*") if path.name not in other))
