"""Who may import whom, what runs without Qt, and what the way to the first window must not load."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent

_WITHOUT_QT = """
import importlib, pkgutil, sys

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6"):
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, Absent())
try:
    import PySide6
except ModuleNotFoundError:
    pass
else:
    raise SystemExit("PySide6 is not absent")
for name in ("models", "exports"):
    package = importlib.import_module(name)
    for module in pkgutil.walk_packages(package.__path__, name + "."):
        print(importlib.import_module(module.name).__name__)
"""

_HEAVY = """
import sys
import models.document, models.workspace.workspace, models.templates
heavy = ("numpy", "sudachipy", "sqlite_utils", "reportlab", "docx", "openpyxl", "asyncio", "PySide6")
print(*[name for name in heavy if name in sys.modules])
"""


def _answer(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-W", "error", *arguments], check=False, capture_output=True, text=True, cwd=ROOT
    )


def test_contracts_are_kept() -> None:
    command = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    answer = subprocess.run([sys.executable, "-c", command], check=False, capture_output=True, text=True, cwd=ROOT)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    assert "0 broken" in answer.stdout


def test_models_and_exports_import_when_qt_is_absent() -> None:
    answer = _answer("-c", _WITHOUT_QT)
    assert answer.returncode == 0, answer.stderr
    modules = answer.stdout.split()
    assert "models.document" in modules
    assert "models.edits.change" in modules
    assert "exports.pdf" in modules


def test_nothing_heavy_is_loaded_when_the_document_is_imported() -> None:
    answer = _answer("-c", _HEAVY)
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.split() == []
