"""Jobs that a test hands to another process, which imports this module: no Qt here, and no torch."""

from __future__ import annotations

import logging
import os
import sys
import threading
import time
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from wsl_annotator.core.errors import NetworkError
from wsl_annotator.core.progress import Progress
from wsl_annotator.gui.services.job import Bench, Job

log = logging.getLogger("wsl_annotator.tests")


@dataclass(frozen=True)
class WhereAmI(Job):
    """Says which process it runs in, and what that has loaded."""

    def run(self, bench: Bench) -> tuple[int, bool, bool, int]:
        bench.shelf["calls"] = bench.shelf.get("calls", 0) + 1
        qt = any(name.startswith("PySide6") for name in sys.modules)
        return os.getpid(), qt, "torch" in sys.modules, bench.shelf["calls"]


@dataclass(frozen=True)
class Niceness(Job):
    """Says how far it stands back."""

    def run(self, bench: Bench) -> int:
        return os.nice(0)


@dataclass(frozen=True)
class Steps(Job):
    """Counts until it is cancelled or done, and gives way after each step."""

    steps: int = 3
    pause_s: float = 0.0

    def run(self, bench: Bench) -> list[int]:
        done = []
        for step in range(self.steps):
            bench.cancel.raise_if_cancelled()
            time.sleep(self.pause_s)
            bench.give_way()
            bench.produce(step)
            bench.progress(Progress(step + 1, self.steps))
            done.append(step)
        return done


@dataclass(frozen=True)
class Urgent(Job):
    """What a person waits for."""

    urgent: ClassVar[bool] = True

    def run(self, bench: Bench) -> str:
        return "now"


@dataclass(frozen=True)
class Deaf(Job):
    """Never looks at its token."""

    seconds: float

    def run(self, bench: Bench) -> str:
        bench.produce("began")
        time.sleep(self.seconds)
        return "over"


@dataclass(frozen=True, eq=False)
class Arrays(Job):
    """Gives back what it was given, and how that arrived."""

    pixels: NDArray[Any]
    fixed: NDArray[Any]

    def run(self, bench: Bench) -> tuple[NDArray[Any], NDArray[Any], bool, bool]:
        return self.pixels, self.fixed, self.pixels.flags.writeable, self.fixed.flags.writeable


class OddError(Exception):
    """An error of a library, which no pickle brings back."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(f"{one} {two}")


@dataclass(frozen=True)
class Fails(Job):
    """Fails in one of three ways."""

    how: str

    def run(self, bench: Bench) -> None:
        if self.how == "known":
            raise NetworkError("net.py is no network.", "Choose another.")
        if self.how == "odd":
            raise OddError("a", "b")
        raise ZeroDivisionError("by zero")


@dataclass(frozen=True)
class Dies(Job):
    """Ends its process as a crash in a library would."""

    def run(self, bench: Bench) -> None:
        os._exit(9)


@dataclass(frozen=True)
class GivesWhatCannotBeSent(Job):
    """Returns a lock."""

    def run(self, bench: Bench) -> object:
        return threading.Lock()


@dataclass(frozen=True)
class Says(Job):
    """Writes to the log."""

    text: str

    def run(self, bench: Bench) -> NDArray[np.float64]:
        log.warning("%s is said", self.text)
        return np.zeros(1)
