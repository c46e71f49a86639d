"""Workers wait a moment while the window answers a person, and never for long."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.helpers.desk import Hands
from wsl_annotator.core.errors import Cancelled
from wsl_annotator.gui.services import courtesy
from wsl_annotator.gui.services.courtesy import Courtesy, Gate, PoliteToken
from wsl_annotator.gui.turns import Turns


def test_that_a_worker_waits_at_a_closed_gate_and_goes_on_when_it_opens(monkeypatch) -> None:
    monkeypatch.setattr(courtesy, "LONGEST_S", 60.0)
    gate, passed, coming = Gate(), threading.Event(), threading.Event()
    token = PoliteToken(gate)

    def work() -> None:
        coming.set()
        token.raise_if_cancelled()
        passed.set()

    gate.close()
    thread = threading.Thread(target=work)
    thread.start()
    assert coming.wait(10)
    assert not passed.wait(0.2)
    gate.open()
    assert passed.wait(10)
    thread.join()


def test_that_a_gate_that_nobody_opens_holds_no_work_up_for_good() -> None:
    gate = Gate()
    gate.close()
    for _ in range(3):
        PoliteToken(gate).raise_if_cancelled()
    assert not gate.is_open


def test_that_stopped_work_ends_at_a_closed_gate_at_once(monkeypatch) -> None:
    monkeypatch.setattr(courtesy, "LONGEST_S", 60.0)
    gate = Gate()
    gate.close()
    token = PoliteToken(gate)
    token.cancel()
    with pytest.raises(Cancelled):
        token.raise_if_cancelled()


def test_that_the_gate_opens_behind_everything_that_was_asked_for_meanwhile(qtbot) -> None:
    turns = Turns()
    polite = Courtesy(turns)
    seen: list[tuple[str, bool]] = []

    def first() -> None:
        seen.append(("first", polite.gate.is_open))
        turns.ask(second)

    def second() -> None:
        seen.append(("second", polite.gate.is_open))

    polite.ask()
    turns.ask(first)
    assert not polite.gate.is_open
    qtbot.waitUntil(lambda: polite.gate.is_open)
    assert seen == [("first", False), ("second", False)]
    assert not turns.waits


def test_that_an_edit_and_another_image_close_the_gate_and_it_opens_again(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    gate = hands.desk.courtesy.gate
    hands.until(lambda: gate.is_open)
    hands.draw((5, 5), (30, 30))
    assert not gate.is_open
    hands.until(lambda: gate.is_open)
    hands.key(Qt.Key.Key_D)
    assert not gate.is_open
    hands.until(lambda: gate.is_open)
