"""The parent's side of a journey: starts the real program in a process of its own and reads what it says."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from tests.helpers.desk import choose_network, isolate_settings
from tests.helpers.journey_child import REPORT, SAID

ROOT = Path(__file__).resolve().parents[2]


class Program:
    """One run of the program, driven by a journey."""

    def __init__(self, place: str, folder: Path, project: Path | None, /, *, network: str = "", **values: Any) -> None:
        """Start it.

        Args:
            place: `module:function` of the journey.
            folder: where its settings lie.
            project: the project of the command line; None for none.
            network: what the user chose, where it matters.
            values: keyword arguments of the journey, as JSON can hold them.
        """
        isolate_settings(folder / "settings")
        if network:
            choose_network(network)
        folder.mkdir(parents=True, exist_ok=True)
        self._log = folder / f"journey-{time.monotonic_ns()}.txt"
        words = [place, str(folder), str(project or ""), json.dumps(values)]
        with self._log.open("wb") as errors:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "tests.helpers.journey_child", *words],
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
                cwd=ROOT,
                env=os.environ | {"PYTHONPATH": str(ROOT)},
            )
        self.said: list[dict[str, Any]] = []
        self.report: dict[str, Any] | None = None

    def next_said(self) -> dict[str, Any]:
        """Wait for the next thing it says."""
        count = len(self.said)
        while len(self.said) == count:
            assert self.process.stdout is not None
            line = self.process.stdout.readline()
            assert line, f"the program ended early\n{self.errors()}"
            self._take(line)
            assert self.report is None, self.report
        return self.said[-1]

    def _take(self, line: str) -> None:
        if line.startswith(SAID):
            self.said.append(json.loads(line.removeprefix(SAID)))
        elif line.startswith(REPORT):
            self.report = json.loads(line.removeprefix(REPORT))

    def end_within(self, seconds: float) -> float:
        """Wait for the end of a closed window, and demand it within a time that does not count waiting for a processor.

        Returns:
            The seconds that passed.
        """
        start, waited_at_start = time.monotonic(), self._waited_s()
        waited = waited_at_start
        while self.process.poll() is None:
            waited = max(waited, self._waited_s())
            time.sleep(0.02)
            assert time.monotonic() - start < 300, "the program does not end"
        took = time.monotonic() - start
        print(f"{took:.2f} s, of which {waited - waited_at_start:.2f} s in the queue for a processor")
        assert took - (waited - waited_at_start) < seconds
        return took

    def _waited_s(self) -> float:
        """Return how long its main thread was ready to run and had no processor, as Linux counts it."""
        try:
            return int(Path(f"/proc/{self.process.pid}/schedstat").read_text().split()[1]) / 1e9
        except (OSError, IndexError):
            return 0.0

    def end(self, *, timeout_s: float = 300) -> dict[str, Any]:
        """Wait for its end and demand a clean one: code 0, no warning, nothing left behind; return the report."""
        try:
            output, _ = self.process.communicate(timeout=timeout_s)
        except subprocess.TimeoutExpired:
            self.kill()
            raise AssertionError(f"the program does not end\n{self.errors()}") from None
        for line in output.splitlines():
            self._take(line)
        report = self.report
        assert report is not None, self.errors()
        assert report["failure"] == "", report["failure"]
        assert (self.process.returncode, report["code"]) == (0, 0), (report, self.errors())
        assert report["qt"] == []
        assert report["logged"] == []
        assert report["left"] == {"threads": [], "timers": [], "windows": []}
        assert self.errors() == ""
        # the network has a process of its own, which alone loads it
        assert not report["torch"]
        return report

    def kill(self) -> None:
        """End it as a crash or a power cut would."""
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.communicate()

    def errors(self) -> str:
        """Return what it wrote to standard error."""
        return self._log.read_text(encoding="utf-8", errors="replace")
