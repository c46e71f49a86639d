"""The window's handle of a process that works for it: started when it is first needed, and again after its death."""

from __future__ import annotations

import itertools
import logging
import os
import subprocess
import sys
from multiprocessing.connection import Connection, Pipe
from typing import Any

from wsl_annotator.gui.services.line import Line
from wsl_annotator.gui.services.program import SERVE, program

log = logging.getLogger(__name__)

END_WITHIN_S = 1.5


class Child:
    """A process that runs jobs. One thread at a time uses it.

    It is started as this program is, not as `multiprocessing` starts processes: that one runs the main module a second
    time, and hands over a search path that another thread may be changing (OpenCV does while it is imported).

    It ends by itself when the window does, however that ends.

    Args:
        name: for people, in the log.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._process: subprocess.Popen[bytes] | None = None
        self._line: Line | None = None
        self._ids = itertools.count(1)

    def next_id(self) -> int:
        """Return a number that no job of this process had before."""
        return next(self._ids)

    @property
    def pid(self) -> int | None:
        """The system's number of the process; None where none was started."""
        return self._process.pid if self._process is not None else None

    @property
    def line(self) -> Line:
        """The pipe to the process, which is started where there is none. That it died is seen at the pipe."""
        if self._line is None:
            mine, theirs = Pipe()
            self._process = _start(theirs)
            theirs.close()
            self._line = Line(mine)
        return self._line

    def replace_if_dead(self) -> None:
        """Forget a process that died while nobody needed it: the next use of the pipe starts another."""
        if self._process is not None and self._process.poll() is not None:
            log.warning("the process %s had ended with code %s", self._name, self.bury())

    def bury(self) -> int | None:
        """Forget a process that died, or that does not listen; return its exit code."""
        self._hang_up()
        process, self._process = self._process, None
        if process is None:
            return None
        if _is_running_after(process, 0.2):
            process.kill()
        return process.wait()

    def close(self) -> None:
        """End the process and wait for it, at most about a second and a half."""
        self._hang_up()
        if self._process is not None and _is_running_after(self._process, END_WITHIN_S):
            log.info("the process %s does not end by itself", self._name)
        self.bury()

    def _hang_up(self) -> None:
        line, self._line = self._line, None
        if line is not None:
            line.close()


class Children:
    """The processes that work for a window. None is started before it is needed.

    Attributes:
        network: searches, with torch.
        fits: fits thresholds; it reads many boxes and maps, and shares nothing with a search that runs meanwhile.
    """

    def __init__(self) -> None:
        self.network = Child("network")
        self.fits = Child("fits")

    def close(self) -> None:
        """End them."""
        self.network.close()
        self.fits.close()


def _start(theirs: Connection[Any, Any]) -> subprocess.Popen[bytes]:
    """Start the program as a process that listens at this end of a pipe."""
    executable, words = program()
    handle = theirs.fileno()
    command = [executable, *words, SERVE, str(handle)]
    if sys.platform != "win32":
        return subprocess.Popen(command, stdin=subprocess.DEVNULL, pass_fds=(handle,))
    os.set_handle_inheritable(handle, True)
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        startupinfo=subprocess.STARTUPINFO(lpAttributeList={"handle_list": [handle]}),
        creationflags=subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS,
    )


def _is_running_after(process: subprocess.Popen[bytes], seconds: float) -> bool:
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return True
    return False
