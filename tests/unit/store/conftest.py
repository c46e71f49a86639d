from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.store.samples import make_project
from wsl_annotator.store.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with make_project(tmp_path) as opened:
        yield opened
