"""Whether there is room in memory for what is large."""

import ctypes
import sys
from pathlib import Path

ENCODER_MB = 400
"""The encoder holds about half of this; the rest is for the notes, the window, and whatever else is open."""

_MEMORY_INFO = Path("/proc/meminfo")


def has_room(wanted_mb: int) -> bool:
    """Whether so many megabytes are free, as far as the system tells; where it does not, yes."""
    free = free_mb()
    return free is None or free >= wanted_mb


def free_mb() -> int | None:
    """Megabytes a program can take without driving others out; None where the system does not tell."""
    try:
        return _free_on_windows() if sys.platform == "win32" else _free_by(_MEMORY_INFO.read_text(encoding="ascii"))
    except (OSError, ValueError, AttributeError):
        return None


def _free_by(told: str) -> int | None:
    """By Linux's list of what memory is used for, in kilobytes."""
    amounts = (line.split() for line in told.splitlines() if line.startswith("MemAvailable:"))
    return next((int(amount[1]) // 1024 for amount in amounts if len(amount) > 1), None)


class _MemoryStatus(ctypes.Structure):
    """What Windows tells (MEMORYSTATUSEX), in bytes."""

    _fields_ = (
        ("length", ctypes.c_ulong),
        ("load", ctypes.c_ulong),
        ("total", ctypes.c_ulonglong),
        ("available", ctypes.c_ulonglong),
        ("total_paged", ctypes.c_ulonglong),
        ("available_paged", ctypes.c_ulonglong),
        ("total_virtual", ctypes.c_ulonglong),
        ("available_virtual", ctypes.c_ulonglong),
        ("available_extended", ctypes.c_ulonglong),
    )


def _free_on_windows() -> int | None:
    """What can be promised, though some of it may have to be paged out, is not more than this."""
    status = _MemoryStatus(length=ctypes.sizeof(_MemoryStatus))
    if not ctypes.WinDLL("kernel32").GlobalMemoryStatusEx(ctypes.byref(status)):  # type: ignore[attr-defined,unused-ignore]
        return None
    return int(min(status.available, status.available_paged)) // 1024**2
