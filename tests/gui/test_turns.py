"""Turns of the event loop: one function each, once, in their order."""

from __future__ import annotations

from PySide6.QtCore import QAbstractEventDispatcher, QEventLoop

from wsl_annotator.gui.turns import Turns


class Names:
    """Notes its calls."""

    def __init__(self, turns: Turns) -> None:
        self.turns = turns
        self.called: list[str] = []

    def one(self) -> None:
        self.called.append("one")

    def two(self) -> None:
        self.called.append("two")

    def again(self) -> None:
        self.called.append("again")
        if self.called.count("again") < 3:
            self.turns.ask(self.again)


def turn(names: Names) -> int:
    """Let the event loop turn once; return how many were called in it."""
    before = len(names.called)
    QAbstractEventDispatcher.instance().processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
    return len(names.called) - before


def test_that_each_is_called_once_in_the_order_of_the_first_asking_and_one_a_turn(qtbot) -> None:
    turns = Turns()
    names = Names(turns)
    for act in (names.one, names.two, names.again, names.one, names.two):
        turns.ask(act)
    assert names.called == []
    calls = [turn(names) for _ in range(60)]
    assert names.called == ["one", "two", "again", "again", "again"]
    assert max(calls) == 1


def test_that_one_that_asks_for_itself_lets_the_others_go_first(qtbot) -> None:
    turns = Turns()
    names = Names(turns)
    turns.ask(names.again)
    turns.ask(names.two)
    qtbot.waitUntil(lambda: names.called.count("again") == 3)
    assert names.called == ["again", "two", "again", "again"]


def test_that_one_that_is_to_come_first_goes_before_all_that_wait(qtbot) -> None:
    turns = Turns()
    names = Names(turns)
    turns.ask(names.one)
    turns.ask(names.two)
    turns.ask_first(names.two)
    qtbot.waitUntil(lambda: not turns.waits)
    assert names.called == ["two", "one"]
