"""Torch's libraries, opened before its import."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from wsl_annotator.networks.preload import preload_torch_libraries

SCRIPT = """
import sys, threading, time
from wsl_annotator.networks.preload import preload_torch_libraries
assert "torch" not in sys.modules
beats, over = [], threading.Event()
def beat():
    while not over.is_set():
        beats.append(time.perf_counter())
        time.sleep(0.001)
thread = threading.Thread(target=beat)
thread.start()
while not beats:
    time.sleep(0.001)
before = len(beats)
opened = preload_torch_libraries()
meanwhile = len(beats) - before
over.set()
thread.join()
assert "torch" not in sys.modules
import torch
assert float(torch.ones(2).sum()) == 2.0
assert preload_torch_libraries() == []
print(",".join(opened), meanwhile)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the names of the libraries are those of Linux")
def test_that_another_thread_runs_python_while_the_libraries_are_opened_and_torch_works_afterwards() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, env=os.environ | {"OMP_NUM_THREADS": "1"}
    )
    assert ran.returncode == 0, ran.stderr
    opened, meanwhile = ran.stdout.split()
    assert opened == "libtorch_global_deps,libtorch_cpu"
    # Of a call that keeps the interpreter the thread would see the start and the end.
    assert int(meanwhile) > 3


def test_that_a_system_with_other_names_is_left_to_the_import(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.delitem(sys.modules, "torch", raising=False)
    assert preload_torch_libraries() == []
