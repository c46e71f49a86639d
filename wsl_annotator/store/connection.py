"""One SQLite connection to a project file: how it is opened, its transactions, and its errors as sentences."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from wsl_annotator.core.errors import StoreError
from wsl_annotator.store.failures import store_error, told_as_store_errors
from wsl_annotator.store.migrations import Migration
from wsl_annotator.store.places import is_network_place, sqlite_uri
from wsl_annotator.store.schema import APPLICATION_ID, MINIMUM_SQLITE, check_header, log_bytes, newer_version

BUSY_TIMEOUT_MS = 10_000
Row = tuple[Any, ...]
_BATCH_ROWS = 1_000
_TABLES = {"meta", "settings", "counters", "images", "classes", "labels", "boxes", "localizations", "proposals"}


class Database:
    """A connection that belongs to the thread that opened it.

    Every transaction is on the disk when it returns: the write-ahead log is flushed at each commit
    (`synchronous=FULL`), for bulk work too, where one transaction holds many rows. `flushed_later` is the exception.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, *, read_only: bool) -> None:
        self.path = path
        self.connection = connection
        self.read_only = read_only
        self._depth = 0
        self._lost = False

    def close(self) -> None:
        """Close the connection and fold the write-ahead log into the file, where no reader is just using it."""
        with told_as_store_errors(self.path):
            try:
                if not self.read_only:
                    # The last connection does this by itself, but a reader may outlive us, and people copy the one
                    # file. What cannot be folded now stays in the log, where it is as safe.
                    self.connection.execute("PRAGMA busy_timeout=0")
                    with suppress(sqlite3.OperationalError):
                        self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                self.connection.close()

    def rows(self, sql: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> list[Row]:
        """Return all rows of a query."""
        with told_as_store_errors(self.path):
            return self.connection.execute(sql, values).fetchall()

    def row(self, sql: str, values: Sequence[Any] = ()) -> Row | None:
        """Return the first row of a query, or None."""
        with told_as_store_errors(self.path):
            found: Row | None = self.connection.execute(sql, values).fetchone()
            return found

    def stream(self, sql: str, values: Sequence[Any] = ()) -> Iterator[Row]:
        """Yield the rows of a query without holding all of them."""
        with told_as_store_errors(self.path):
            # The cursor ends with this generator. Closing it by hand would fail where the connection went first.
            cursor = self.connection.execute(sql, values)
            while batch := cursor.fetchmany(_BATCH_ROWS):
                yield from batch

    def execute(self, sql: str, values: Sequence[Any] = ()) -> sqlite3.Cursor:
        """Run a statement inside the caller's transaction."""
        with told_as_store_errors(self.path):
            return self.connection.execute(sql, values)

    def execute_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run a statement for each row inside the caller's transaction."""
        with told_as_store_errors(self.path):
            self.connection.executemany(sql, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit the block as a whole, or none of it. Inside another transaction: a part that fails alone.

        Raises:
            StoreError: the project is read-only, or SQLite failed; the file is then as before the block.
        """
        if self.read_only:
            raise StoreError(f"{self.path} is open read-only, so it cannot be changed.", "Open it for editing first.")
        if self._depth == 0:
            self._lost = False
        self._check_not_lost()
        name = f"part{self._depth}"
        begin, commit, undo = (
            ("BEGIN IMMEDIATE", ("COMMIT",), ("ROLLBACK",))
            if self._depth == 0
            else (f"SAVEPOINT {name}", (f"RELEASE {name}",), (f"ROLLBACK TO {name}", f"RELEASE {name}"))
        )
        self.execute(begin)
        self._depth += 1
        committed = False
        try:
            yield
            self._check_not_lost()
            for statement in commit:
                self.execute(statement)
            committed = True
        finally:
            self._depth -= 1
            if not committed:
                self._undo(undo)

    @contextmanager
    def flushed_later(self) -> Iterator[None]:
        """Let what the block commits reach the disk with the next transaction outside of it, not at once.

        A power failure may take it back, and nothing that was committed before it. It is for what has no worth before
        a later transaction uses it. It changes nothing inside a transaction, which is flushed as a whole, and without a
        write-ahead log, where the file itself would be at risk.
        """
        if self._depth or self.row("PRAGMA journal_mode") != ("wal",):
            yield
            return
        self.execute("PRAGMA synchronous=NORMAL")
        try:
            yield
        finally:
            self.execute("PRAGMA synchronous=FULL")

    def _undo(self, statements: tuple[str, ...]) -> None:
        if self.connection.in_transaction:
            for statement in statements:
                self.execute(statement)
        else:
            # A full disk makes SQLite roll everything back at once: the outer block must not go on half done.
            self._lost = True

    def _check_not_lost(self) -> None:
        if self._lost:
            raise StoreError(f"An earlier part failed, so none of it was written to {self.path}.", "Try again.")


def create_file(path: Path, migrations: Mapping[int, Migration]) -> None:
    """Make an empty project file, whole or not at all. The caller holds the lock and has checked that none is there.

    Raises:
        StoreError: the folder is read-only or the disk is full.
    """
    _check_sqlite(path)
    draft = path.with_name(path.name + ".new")
    with told_as_store_errors(path):
        _remove(draft)
        connection = sqlite3.connect(draft, isolation_level=None)
        try:
            connection.execute("PRAGMA synchronous=FULL")
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            for version in sorted(migrations):
                migrations[version](connection)
            connection.execute(f"PRAGMA user_version={max(migrations)}")
            connection.execute("COMMIT")
            connection.close()
            draft.replace(path)
        except OSError as error:
            raise StoreError(f"{path} cannot be made ({error.strerror}).", "Choose another folder.") from error
        finally:
            connection.close()
            _remove(draft)


def open_for_writing(path: Path, migrations: Mapping[int, Migration]) -> Database:
    """Open a project file, bringing an older one to the newest version first. The caller holds the lock.

    Raises:
        StoreError: the file is no project, newer, damaged, or cannot be written; it is then untouched.
    """
    _check_sqlite(path)
    newest = max(migrations)
    check_header(path, newest=newest)
    with told_as_store_errors(path):
        connection = _connect(path, "mode=rw")
        with ExitStack() as undo:
            undo.callback(connection.close)
            _leave_unusable_log(connection)
            connection.execute("PRAGMA synchronous=FULL")
            _check_version(path, connection, newest)
            # Where the file may not be written, the first write says so, and not the BEGIN before it.
            connection.execute("BEGIN IMMEDIATE")
            try:
                connection.execute("UPDATE meta SET value = value WHERE key = ''")
            finally:
                connection.execute("ROLLBACK")
            _choose_journal(path, connection)
            _migrate(path, connection, migrations)
            connection.execute("PRAGMA foreign_keys=ON")
            undo.pop_all()
    return Database(path, connection, read_only=False)


def open_for_reading(path: Path, migrations: Mapping[int, Migration]) -> Database:
    """Open a project file without ever writing to it, in a read-only place too.

    Raises:
        StoreError: the file is no project, newer, older, or damaged.
    """
    _check_sqlite(path)
    newest = max(migrations)
    check_header(path, newest=newest)
    frozen = not os.access(path.parent, os.W_OK) and log_bytes(path) == 0
    with told_as_store_errors(path):
        connection = _connect(path, "mode=ro&immutable=1" if frozen else "mode=ro")
        with ExitStack() as undo:
            undo.callback(connection.close)
            connection.execute("PRAGMA query_only=ON")
            version = _check_version(path, connection, newest)
            if version < newest:
                raise StoreError(
                    f"{path} is of an older version ({version}) and must be brought to version {newest} first.",
                    "Open it once for editing; a backup copy of the old version is kept.",
                )
            undo.pop_all()
    return Database(path, connection, read_only=True)


def _connect(path: Path, options: str) -> sqlite3.Connection:
    uri = sqlite_uri(path.absolute(), options)
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=BUSY_TIMEOUT_MS / 1000)
    # A damaged or hostile file may name functions in its schema: none of them runs.
    connection.execute("PRAGMA trusted_schema=OFF")
    return connection


def _choose_journal(path: Path, connection: sqlite3.Connection) -> None:
    """Take the write-ahead log where it is safe, else the rollback journal, which is as safe and slower.

    Who uses the log shares memory with the others, which two machines on a network share cannot. Where a file system
    shares none at all, SQLite stays with its rollback journal by itself.
    """
    if not is_network_place(path.resolve()):
        connection.execute("PRAGMA journal_mode=WAL")
        return
    connection.execute("PRAGMA busy_timeout=0")
    try:
        # A reader of the log keeps it; the next one who opens the project alone leaves it.
        with suppress(sqlite3.OperationalError):
            connection.execute("PRAGMA journal_mode=DELETE")
    finally:
        connection.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")


def _leave_unusable_log(connection: sqlite3.Connection) -> None:
    """Make a file that was last used with a write-ahead log readable where no memory can be shared.

    A project that is copied to such a place could not be opened otherwise. The caller holds the lock, so that nobody
    else uses the file: alone SQLite needs no shared memory.
    """
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname != "SQLITE_CANTOPEN":
            raise
        connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("PRAGMA locking_mode=NORMAL")
        # The exclusive lock goes with the first use after that.
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _check_version(path: Path, connection: sqlite3.Connection, newest: int) -> int:
    # The header on the disk may be older than the one in the write-ahead log.
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > newest:
        raise newer_version(path, version, newest)
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if missing := sorted(_TABLES - tables):
        raise StoreError(
            f"The project file {path} is damaged: it has no table of {', '.join(missing)}.",
            "Restore it from a backup copy.",
        )
    return version


def _migrate(path: Path, connection: sqlite3.Connection, migrations: Mapping[int, Migration]) -> None:
    """Run the missing migrations in one transaction, after a backup copy beside the file."""
    old = int(connection.execute("PRAGMA user_version").fetchone()[0])
    missing = [version for version in sorted(migrations) if version > old]
    if not missing:
        return
    _back_up(path, connection, old)
    # Tables are rebuilt with their references standing; they are checked as a whole at the end.
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        for version in missing:
            migrations[version](connection)
            connection.execute(f"PRAGMA user_version={version}")
        if broken := connection.execute("PRAGMA foreign_key_check").fetchall():
            raise StoreError(
                f"{path} could not be brought to version {missing[-1]}: {len(broken)} references would break.",
                "The file was not changed. Please report this.",
            )
        connection.execute("COMMIT")
    except sqlite3.Error as error:
        if store_error(path, error) is not None:
            raise
        raise StoreError(
            f"{path} could not be brought to version {missing[-1]} ({error}).",
            "The file was not changed. Please report this.",
        ) from error
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _back_up(path: Path, connection: sqlite3.Connection, version: int) -> None:
    target = path.with_name(f"{path.stem}.v{version}-backup{path.suffix}")
    draft = target.with_name(target.name + ".new")
    _remove(draft)
    try:
        with closing(sqlite3.connect(draft)) as copy:
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
        draft.replace(target)
    finally:
        _remove(draft)


def _remove(draft: Path) -> None:
    for suffix in ("", "-journal", "-wal", "-shm"):
        with suppress(OSError):
            draft.with_name(draft.name + suffix).unlink(missing_ok=True)


def _check_sqlite(path: Path) -> None:
    if sqlite3.sqlite_version_info < MINIMUM_SQLITE:
        wanted = ".".join(map(str, MINIMUM_SQLITE))
        raise StoreError(
            f"{path} needs SQLite {wanted} or newer, and this Python carries {sqlite3.sqlite_version}.",
            "Install a newer Python.",
        )
