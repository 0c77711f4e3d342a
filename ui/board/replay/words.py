"""What the replay says of a moment: the item the room was at, what happened, when, and what is not shown."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from models.language import current_language
from models.language import gettext as _
from models.replaying import Beginning, Chapter, Moment, Replay, Touched
from ui.day import day_told
from ui.history import edit_name

if TYPE_CHECKING:
    from exports.figures.board_figure import Past

GATHERED = frozenset({"notes_revealed", "teams_brought_together"})
"""The kinds of edits after which notes come all at once."""


def chapter_name(replay: Replay, chapter: Chapter) -> str:
    """The agenda item's title; without one, when it was seen from the agenda, or which it is where nothing ran."""
    if chapter.title:
        return chapter.title
    titled = [one.first for one in replay.chapters if one.title]
    if not titled:
        return _("Part {number}").format(number=replay.chapters.index(chapter) + 1)
    if chapter.first < titled[0]:
        return _("Before the start")
    return _("After the end") if chapter.first > titled[-1] else _("In between")


def chapter_at(replay: Replay, position: int) -> Chapter | None:
    """The chapter of the moment that was carried out last; None at the very beginning."""
    return next((one for one in replay.chapters if one.first < position <= one.end), None)


def moment_words(moment: Moment) -> str:
    """What was done, and to how many."""
    counts = list(_counts(moment.touched))
    deed = edit_name(moment.kind)
    return _("{what} ({counts})").format(what=deed, counts=_(", ").join(counts)) if counts else deed


def _counts(touched: Touched) -> Iterator[str]:
    notes = touched.notes_added + touched.notes_changed + touched.notes_removed
    if notes > 1:
        yield _("{count} notes").format(count=notes)
    if touched.groups > 1:
        yield _("{count} groups").format(count=touched.groups)


def clock_words(moment: Moment, held_on: date) -> str:
    """When it was, with the day if that is not the meeting's."""
    at = moment.at.astimezone()
    clock = f"{at:%H:%M}"
    return clock if at.date() == held_on else f"{day_told(at.date())} {clock}"


def begins_words(begins: Beginning) -> str:
    """Why the history begins where it does."""
    words = {
        Beginning.CREATED: _("This is how the workshop was when it was made or opened here."),
        Beginning.DAMAGED: _("What was before cannot be read in the record. The notes of today are whole."),
        Beginning.MISSING: _("What was before is not in the record. The notes of today are whole."),
        Beginning.LONG: _("There is more before this, too much to be shown."),
    }
    return words[begins]


def told_beside(replay: Replay) -> str:
    """In small beside the sentence: what is not shown, and why, as far as it matters at this moment."""
    told = []
    moment = replay.moments[replay.position - 1] if replay.position else None
    if moment is None or replay.begins is not Beginning.CREATED:
        told.append(begins_words(replay.begins))
    if replay.unseen:
        told.append(_("{count} notes are not shown: the room has not seen them.").format(count=replay.unseen))
    if moment is not None and moment.kind in GATHERED and replay.gathered:
        told.append(_("Notes written in silence come when everybody saw them, all at once."))
    return ("　" if current_language() == "ja" else " ").join(told)


def past_of(replay: Replay) -> "Past":
    """The moment as a picture of it says it."""
    from exports.figures.board_figure import Past

    chapter = chapter_at(replay, replay.position)
    if chapter is None:
        return Past(unseen=replay.unseen)
    ran = any(one.title for one in replay.chapters)
    return Past(
        chapter=chapter_name(replay, chapter) if ran else "",
        now=replay.position - chapter.first,
        all=chapter.end - chapter.first,
        unseen=replay.unseen,
        place=replay.position,
        reworded=replay.reworded,
    )


def past_words(*, reworded: bool, short: bool = False) -> str:
    """What the banner says of a moment: that it is past, and which words it shows; `short` for a low window."""
    if reworded and short:
        return _("Places of then, words on notes and titles of today.")
    if reworded:
        return _("This is the past: the places are of then, the words on notes and titles are of today.")
    return _("This is the past: nothing changes here.")
