"""Tests of the window share their fixtures."""

from __future__ import annotations

from pathlib import Path

import pytest

import tests.helpers.packaging_path  # noqa: F401
from tests.helpers.german import german, german_hands
from tests.helpers.window import fail_on_qt_warnings, hands, own_settings, squares

__all__ = ["german", "german_hands", "hands", "own_settings", "squares"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    fail_on_qt_warnings(items, Path(__file__).parent)
