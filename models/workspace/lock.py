"""One writer: a lock that the operating system gives back even when the holder was killed, and who holds it."""

import getpass
import json
import os
import platform
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from models.language import gettext as _
from models.problems import Problem


class InUse(Problem):
    """Another window has the workspace open."""


class WorkspaceLock:
    """Held from opening to closing. Raises `InUse` with who holds it and since when."""

    def __init__(self, folder: Path) -> None:
        self._holder = folder / "in-use-by.json"
        self._lock = FileLock(folder / "workspace.lock")
        try:
            self._lock.acquire(timeout=0)
        except Timeout as error:
            raise InUse(self._sentence()) from error
        try:
            self._sign()
        except BaseException:
            self._lock.release()
            raise

    def _sign(self) -> None:
        holder = {
            "user": _user(),
            "computer": platform.node(),
            "process": os.getpid(),
            "since": datetime.now().astimezone().isoformat(timespec="minutes"),
        }
        self._holder.write_text(json.dumps(holder, ensure_ascii=False), encoding="utf-8")

    def _sentence(self) -> str:
        try:
            holder = json.loads(self._holder.read_text(encoding="utf-8"))
            since = datetime.fromisoformat(holder["since"])
            who = f"{holder['user']} ({holder['computer']}, {since:%H:%M}, {holder['process']})"
        except (OSError, ValueError, KeyError, TypeError):
            who = "?"
        return _(
            "Minaoshi is already open: {who}. Please use that window, or close it and try again. Nothing was changed."
        ).format(who=who)

    def release(self) -> None:
        """Give the lock back."""
        # The name goes first: later it could be the next holder's.
        with suppress(OSError):
            self._holder.unlink(missing_ok=True)
        self._lock.release()


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"
