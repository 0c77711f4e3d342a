"""Minaoshi's composition root and command line.

    python app.py [--workspace DIR] [WORKSHOP_PACKAGE|CASE_FILE]      open the window
    python app.py demo --out DIR                                      the demonstrations, without a window
    python app.py export WORKSHOP_ID --to minutes.pdf|.docx|.md|.json
    python app.py groups NOTES.txt --json
    python app.py check                                               the workspace's integrity

Errors are one sentence on stderr: exit code 1, usage errors 2.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from models.language import LANGUAGES, use_language
from models.language import gettext as _
from models.problems import Problem

if TYPE_CHECKING:
    from models.workshop import Workshop
    from models.workspace.workspace import Workspace

COMMANDS = ("demo", "export", "groups", "check")


def workspace_folder(given: Path | None) -> Path:
    """The folder of the workspace: as given, or this user's own data folder on this machine."""
    if given is not None:
        return given.absolute()
    from platformdirs import user_data_path

    return user_data_path("Minaoshi", appauthor=False, roaming=False)


def cache_folder() -> Path:
    """The folder of what is only kept to save time: this user's own, on this machine."""
    from platformdirs import user_cache_path

    return user_cache_path("Minaoshi", appauthor=False)


def _opened(options: argparse.Namespace) -> Workspace:
    from models.workspace.backup import backups
    from models.workspace.workspace import FILE_NAME, Workspace

    folder = workspace_folder(options.workspace)
    if not (folder / FILE_NAME).exists() and not backups(folder):
        raise Problem(_("There is no workspace in this folder: {folder}").format(folder=folder))
    return Workspace(folder)


def demo(options: argparse.Namespace) -> int:
    """Run the demonstration of each format through the models and exports the window uses; print what was written."""
    from tempfile import TemporaryDirectory

    from exports.papers import demonstration_papers
    from models.demonstration import add_demonstration
    from models.workshop import WorkshopFormat
    from models.workspace.workspace import Workspace

    with TemporaryDirectory(prefix="minaoshi-") as folder:
        workspace = Workspace(Path(folder))
        try:
            workshops = [workspace.load(add_demonstration(workspace, format)) for format in WorkshopFormat]
        finally:
            workspace.close()
    for workshop in workshops:
        for path in demonstration_papers(workshop, options.out):
            print(path)
    return 0


def export(options: argparse.Namespace) -> int:
    """Write one workshop's minutes in the format that the file's name ends with."""
    from exports.papers import write_minutes

    workspace = _opened(options)
    try:
        workshop: Workshop = workspace.load(options.workshop_id)
    finally:
        workspace.close()
    replaced = write_minutes(workshop, options.to)
    print(options.to)
    if replaced:
        print(
            _("Characters no font has were replaced: {characters}").format(characters=" ".join(replaced)),
            file=sys.stderr,
        )
    return 0


def _lines(path: Path) -> list[str]:
    """The lines of a text file in UTF-8, UTF-16 or CP932; a line ends with \\n or \\r\\n and nothing else."""
    from models.intake.bounds import Damaged
    from models.intake.decoding import decoding_of

    data = path.read_bytes()
    try:
        decoding = decoding_of(data)
    except Damaged as error:
        raise Problem(_("This is not a text file: {file}").format(file=path)) from error
    return data[decoding.skip :].decode(decoding.encoding).replace("\r\n", "\n").split("\n")


def groups(options: argparse.Namespace) -> int:
    """Suggest groups for a file of notes, one a line; line numbers count from 0."""
    import json

    from models.grouping.listing import groups_json

    found = groups_json(_lines(options.notes))
    if options.json:
        print(json.dumps(found, ensure_ascii=not _writes_everything()))
        return 0
    for group in found["groups"]:
        print(f"{group['title']}: {', '.join(str(number) for number in group['notes'])}")
    print(_("alone: {numbers}").format(numbers=", ".join(str(number) for number in found["alone"])))
    return 0


def check(options: argparse.Namespace) -> int:
    """Check the workspace's integrity."""
    from models.workspace.check import faults

    workspace = _opened(options)
    try:
        found = faults(workspace)
    finally:
        workspace.close()
    for fault in found:
        print(fault, file=sys.stderr)
    if not found:
        print(_("The workspace is whole: {folder}").format(folder=workspace.folder))
    return 1 if found else 0


def has_display() -> bool:
    """Whether a window could be shown here."""
    if sys.platform != "linux" or "QT_QPA_PLATFORM" in os.environ:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def window(options: argparse.Namespace) -> int:
    """Open the window; without a display, run the demonstration instead."""
    if not has_display():
        print(_("There is no display here, so the demonstration is run and its papers are written to out/."))
        options.out = Path("out")
        return demo(options)
    from ui.application import run

    return run(workspace_folder(options.workspace), options.file, options.language, cache_folder())


def _writes_everything() -> bool:
    return sys.stdout is not None and sys.stdout.encoding.casefold().replace("-", "").startswith("utf")


def _spare_what_cannot_be_written() -> None:
    """A terminal or a pipe in CP932 has no emoji: they are written as escapes, which is no reason to fail."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _shared(default: str | None = None) -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False, argument_default=default)
    shared.add_argument("--workspace", type=Path, metavar="DIR", help="the folder that holds the workspace")
    shared.add_argument("--language", choices=LANGUAGES, help="the interface's language")
    return shared


def _window_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="app.py",
        description="Minaoshi: plan, run and write up a workload-reform workshop.",
        parents=[_shared()],
        epilog=f"Commands without a window: {', '.join(COMMANDS)} (app.py COMMAND --help).",
    )
    parser.add_argument("file", nargs="?", type=Path, metavar="WORKSHOP_PACKAGE|CASE_FILE")
    parser.set_defaults(run=window)
    return parser


def _command_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="app.py", parents=[_shared()])
    commands = parser.add_subparsers(dest="command", required=True)

    def command(name: str, run: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
        # behind the command too, where an option that is not given leaves what stands before the command
        shared = _shared(argparse.SUPPRESS)
        made = commands.add_parser(name, help=run.__doc__, description=run.__doc__, parents=[shared])
        made.set_defaults(run=run)
        return made

    command("demo", demo).add_argument("--out", type=Path, required=True, metavar="DIR")
    exporting = command("export", export)
    exporting.add_argument("workshop_id", metavar="WORKSHOP_ID")
    exporting.add_argument("--to", type=Path, required=True, metavar="minutes.pdf|.docx|.md|.json")
    grouping = command("groups", groups)
    grouping.add_argument("notes", type=Path, metavar="NOTES.txt")
    grouping.add_argument("--json", action="store_true")
    command("check", check)
    return parser


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """What the command line asks for; without a command's name it is the window."""
    is_command = any(argument in COMMANDS for argument in _plain(arguments))
    return (_command_parser() if is_command else _window_parser()).parse_args(arguments)


def _plain(arguments: Sequence[str]) -> list[str]:
    """The first argument that is neither an option nor an option's value, as a list of at most one."""
    for index, argument in enumerate(arguments):
        if not argument.startswith("-") and arguments[index - 1 : index] not in (["--workspace"], ["--language"]):
            return [argument]
    return []


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the command line asks for. Returns the exit code."""
    options = parse(sys.argv[1:] if arguments is None else arguments)
    if options.language:
        use_language(options.language)
    _spare_what_cannot_be_written()
    try:
        code: int = options.run(options)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:  # whoever read has enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 1
    except OSError as error:
        print(
            _("The file could not be read or written: {file}").format(file=error.filename or error.strerror),
            file=sys.stderr,
        )
        return 1
    return code


if __name__ == "__main__":
    sys.exit(main())
