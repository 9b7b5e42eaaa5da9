from collections.abc import Iterator
from pathlib import Path

import pytest
from editors_office import Office, running_office


@pytest.fixture(scope="session")
def office(root: Path) -> Iterator[Office]:
    yield from running_office(root)
