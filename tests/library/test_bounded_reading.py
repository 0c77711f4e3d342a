"""Reading the worst files in a process that may take 256 MB and a few seconds, and no more."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.library.container import MAX_FILE_BYTES
from models.library.json_text import MAX_COMMAS, MAX_JSON_BYTES, MAX_OBJECTS
from tests.library.forging import forged

ROOT = Path(__file__).parents[2]

READER = """
import resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, (256 * 1024 ** 2,) * 2)
resource.setrlimit(resource.RLIMIT_CPU, (5, 5))
from models.library.workshop_package import read_package
from models.problems import Problem
try:
    print("notes", len(read_package(Path(sys.argv[1])).notes))
except Problem:
    print("problem")
"""

HEAD = b'{"details":{"id":"%032x","title":"t","held_on":"2026-06-04","starts_at":"10:00:00"},"notes":[' % 1


def _workshop(notes: Iterator[bytes]) -> bytes:
    return HEAD + b",".join(notes) + b"]}"


def _note(number: int, text: bytes) -> bytes:
    return b'{"id":"%032x","order":1,"x":1.5,"y":2.5,"kind":"idea","text":"%s"}' % (number, text)


def _filled(character: str) -> bytes:
    """As long a text as there may be, made wide in memory by one character outside the BMP."""
    one = character.encode()
    return "𠮷".encode() + one * ((MAX_JSON_BYTES - 1_000) // len(one))


WORST = {
    "most notes": (_workshop(_note(number, "𠮷あ".encode() * 30) for number in range(20_000)), "notes 20000"),
    "too many notes": (_workshop(_note(number, b"a") for number in range(20_001)), "problem"),
    "longest text": (_workshop(iter([_note(2, _filled("a"))])), "notes 1"),
    "longest text of line ends": (_workshop(iter([_note(2, _filled("\u2028"))])), "notes 1"),
    "longest text of overrides": (_workshop(iter([_note(2, _filled("\u202e"))])), "notes 1"),
    "most objects": (b"[" + b",".join([b'{"a":1}'] * (MAX_OBJECTS - 1)) + b"]", "problem"),
    "most names": (b"{" + b",".join(b'"%d":1' % number for number in range(MAX_COMMAS)) + b"}", "problem"),
    "most numbers": (b"[" + b",".join([b"0.1"] * MAX_COMMAS) + b"]", "problem"),
    "deep": (b"[" * MAX_OBJECTS, "problem"),
    "long integer": (b"9" * MAX_JSON_BYTES, "problem"),
    "long fraction": (b"0." + b"9" * (MAX_JSON_BYTES - 2), "problem"),
    "escapes": (b'"' + b"\\u0041" * (MAX_JSON_BYTES // 6 - 1) + b'"', "problem"),
}


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="limits of a process are of Linux")
@pytest.mark.parametrize("name", WORST)
def test_reading_stays_within_its_limits_when_a_file_is_the_worst(name: str, tmp_path: Path) -> None:
    document, expected = WORST[name]
    ballast = bytes(MAX_FILE_BYTES - len(document) - 4_096)
    path = tmp_path / "worst.minaoshi"
    path.write_bytes(forged({"workshop.json": document, "zeros.bin": ballast}, format="minaoshi-workshop"))
    done = subprocess.run([sys.executable, "-c", READER, path], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr, done.returncode) == (expected, "", 0)
