"""What a picture of the board may show, the files it may become, and the making of them."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from threading import Lock
from typing import TYPE_CHECKING

from models.language import gettext as _
from models.workshop import Workshop

if TYPE_CHECKING:
    from exports.figures.figure import Figure, Watch


class Kind(StrEnum):
    """A file a picture becomes."""

    PNG_2 = "png2"
    PNG_4 = "png4"
    SVG = "svg"
    PDF_A4 = "pdf-a4"
    PDF_A3 = "pdf-a3"

    @property
    def suffix(self) -> str:
        """How its name ends."""
        return "." + self.value[:3]

    @property
    def scale(self) -> float:
        """Px for a board unit, 0 for what is drawn in lines."""
        return {Kind.PNG_2: 2.0, Kind.PNG_4: 4.0}.get(self, 0.0)


def kind_words(kind: Kind) -> str:
    """What a kind of file is called, and what for."""
    words = {
        Kind.PNG_2: _("Image (PNG, 2×): for slides and mails"),
        Kind.PNG_4: _("Large image (PNG, 4×): for posters"),
        Kind.SVG: _("Drawing (SVG): to work on further"),
        Kind.PDF_A4: _("PDF, one A4 sheet"),
        Kind.PDF_A3: _("PDF, one A3 sheet"),
    }
    return words[kind]


def kind_filter(kind: Kind) -> str:
    """The kind as a file dialog names it."""
    names = {".png": _("PNG image (*.png)"), ".svg": _("SVG drawing (*.svg)"), ".pdf": _("PDF document (*.pdf)")}
    return names[kind.suffix]


@dataclass(frozen=True, slots=True)
class Scope:
    """What of the board is drawn: the notes with the ids `only`, or all; `part` says so in a file's name."""

    words: str
    only: frozenset[str] | None = None
    part: str = ""


def scopes(workshop: Workshop, chosen: Collection[str]) -> list[Scope]:
    """What may be drawn when these notes are chosen; the first is the whole board, the nearest comes second."""
    from exports.figures.shown import notes_of_families, notes_of_groups

    found = [Scope(_("The whole board"))]
    groups, families = notes_of_groups(workshop, chosen), notes_of_families(workshop, chosen)
    if groups:
        found.append(Scope(_group_words(workshop, groups), groups, "グループ"))
    if families:
        found.append(Scope(_("The chosen groups of groups"), families, "大きなグループ"))
    if chosen:
        words = _("The chosen notes ({count})").format(count=len(chosen))
        found.append(Scope(words, frozenset(chosen), "付箋"))
    return found


def _group_words(workshop: Workshop, note_ids: Collection[str]) -> str:
    count = len({workshop.notes[i].cluster_id for i in note_ids})
    return _("The chosen groups ({count})").format(count=count)


def picture_file(figure: "Figure", kind: Kind, author: str, watch: "Watch") -> tuple[bytes, tuple[str, ...]]:
    """The file, and the characters that none of our fonts has where the file brings its own fonts."""
    if kind.suffix == ".pdf":
        from exports.figures.pdf import Paper, picture_pdf

        paper = Paper.A3 if kind is Kind.PDF_A3 else Paper.A4
        rendered = picture_pdf(figure, paper=paper, author=author, watch=watch)
        return rendered.data, rendered.replaced
    if kind is Kind.SVG:
        from exports.figures.svg import picture_svg

        return picture_svg(figure, watch=watch), ()
    from ui.board.picture_painter import image, png

    return png(image(figure, kind.scale, watch)), ()


def size_words(figure: "Figure", kind: Kind) -> str:
    """How large the file's picture is, and in plain words when it is smaller than was asked for."""
    from ui.board.picture_painter import image_size, possible_scale

    if not kind.scale:
        return ""
    width, height = image_size(figure, kind.scale)
    told = _("{width} × {height} px").format(width=f"{width:,}", height=f"{height:,}")
    possible = possible_scale(figure, kind.scale)
    if possible >= kind.scale:
        return told
    words = _(
        "{size}. The board is too large for {wanted}×, so the image is made {possible}×. "
        "If the words are too small, make pictures of single groups, or an SVG or a PDF."
    )
    return words.format(size=told, wanted=f"{kind.scale:g}", possible=f"{max(possible, 0.01):.2g}")


class Watched:
    """How far a piece of work is, from 0 to 1, and whether it may still be stopped."""

    def __init__(self) -> None:
        self.share = 0.0
        self._lock = Lock()
        self._stopped = self._sealed = False

    def told(self, share: float) -> None:
        """What the work tells its share to, in its own thread; raises `Stopped` where it is to end."""
        from exports.figures.figure import Stopped

        self.share = share
        if self._stopped:
            raise Stopped

    def seal(self) -> None:
        """From now on it is too late to stop, for a file is being written. Raises `Stopped` where it was stopped."""
        with self._lock:
            self.told(1.0)
            self._sealed = True

    def stop(self) -> bool:
        """Stop the work, unless it is too late; says whether nothing will come of it."""
        with self._lock:
            self._stopped = not self._sealed
            return self._stopped
