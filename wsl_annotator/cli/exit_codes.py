"""What the process says when it ends."""

from __future__ import annotations

DONE = 0
LEFT_OUT = 1
USAGE = 2
BAD_INPUT = 3
BUG = 70
CANCELLED = 130

EPILOG = """exit codes:
  0    done
  1    done, but something was left out (it is listed); doctor: something fails
  2    the command line is wrong
  3    bad input: a file, network or project that cannot be used; nothing was lost
  70   a fault of this program (see the log file that is named)
  130  cancelled with Ctrl+C; what was finished is kept, and the same command goes on from there
"""
