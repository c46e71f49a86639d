"""Thresholds in a network card: one set for each search, kept beside everything else."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from wsl_annotator.core.config import FAST, PAPER
from wsl_annotator.core.errors import NetworkError
from wsl_annotator.networks.calibrations import (
    Calibration,
    ClassThreshold,
    read_calibrations,
    text_with_calibration,
)
from wsl_annotator.networks.card_file import CARD

DOG = ClassThreshold(
    threshold=0.35, low=0.2, high=0.6, images=9, boxes=12, average_precision=0.5, average_precision_before=0.25
)
FITTED = Calibration(preset="fast", iou_threshold=0.5, truth="boxes.json", made_at="2026-01-02", classes={"dog": DOG})
OLD = {"format": 1, "class_names": ["dog", "cat"], "thresholds": {"dog": 0.5, "cat": 0.5}, "mine": [1, {"a": None}]}


def old_card(folder: Path) -> Path:
    """A card of a program that knew no calibrations, as far as this file is read."""
    (folder / CARD).write_text(json.dumps(OLD), encoding="utf-8")
    return folder


def put(folder: Path, calibration: Calibration, digest: str) -> None:
    text = text_with_calibration(folder, digest=digest, calibration=calibration)
    (folder / CARD).write_text(text, encoding="utf-8")


def test_that_a_card_without_calibrations_has_none(tmp_path: Path) -> None:
    assert read_calibrations(old_card(tmp_path)) == {}


def test_that_thresholds_come_back_as_written_and_the_rest_of_the_card_stays(tmp_path: Path) -> None:
    old_card(tmp_path)
    put(tmp_path, FITTED, FAST.digest)
    assert read_calibrations(tmp_path) == {FAST.digest: FITTED}
    values = json.loads((tmp_path / CARD).read_text(encoding="utf-8"))
    del values["calibrations"]
    assert values == OLD


def test_that_each_search_keeps_its_own_thresholds(tmp_path: Path) -> None:
    old_card(tmp_path)
    other = dataclasses.replace(FITTED, preset="paper", classes={"dog": dataclasses.replace(DOG, threshold=0.7)})
    put(tmp_path, FITTED, FAST.digest)
    put(tmp_path, other, PAPER.digest)
    found = read_calibrations(tmp_path)
    assert (found[FAST.digest].thresholds, found[PAPER.digest].thresholds) == ({"dog": 0.35}, {"dog": 0.7})


def test_that_a_class_that_is_fitted_later_joins_the_others(tmp_path: Path) -> None:
    old_card(tmp_path)
    put(tmp_path, FITTED, FAST.digest)
    put(tmp_path, dataclasses.replace(FITTED, classes={"cat": dataclasses.replace(DOG, threshold=0.8)}), FAST.digest)
    assert read_calibrations(tmp_path)[FAST.digest].thresholds == {"dog": 0.35, "cat": 0.8}


@pytest.mark.parametrize(
    "damage", [{"dog": 3}, {"classes": {"dog": {"threshold": 2}}}, {"classes": {"dog": {}}}, [], 7]
)
def test_that_damaged_thresholds_are_one_sentence(tmp_path: Path, damage: object) -> None:
    whole = {**FITTED.to_dict(), **damage} if isinstance(damage, dict) else damage
    if isinstance(damage, dict) and "dog" in damage:
        whole = damage
    (tmp_path / CARD).write_text(json.dumps({**OLD, "calibrations": {"abc": whole}}), encoding="utf-8")
    with pytest.raises(NetworkError, match=r"card\.json is damaged"):
        read_calibrations(tmp_path)
