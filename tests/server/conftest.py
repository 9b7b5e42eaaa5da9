"""One server for the tests of a file: they do not see each other's departments."""

from collections.abc import Iterator

import httpx
import pytest
from serving import serving


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    with serving(tmp_path_factory.mktemp("data")) as found:
        yield found
