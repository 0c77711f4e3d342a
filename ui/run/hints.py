"""One sentence to the facilitator at the moment it helps: what to do or to say now. A pure function of the moment."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from models.agenda import AgendaPhase as Phase
from models.language import gettext as _
from models.meeting import SOON_SHARE

SOON_SECONDS = 120.0
"""Two minutes before the end there is still time to do something about it, however long the item."""
MOST_OF_IT = 1 / 3
"""In a short item, two minutes are not yet its end."""


@dataclass(frozen=True, slots=True)
class Cue:
    """What a hint depends on. `left` and `allowed` are seconds; `notes` counts all notes, `hidden` the unrevealed."""

    phase: Phase
    left: float
    allowed: float
    paused: bool = False
    silent: bool = False
    notes: int = 0
    hidden: int = 0
    carried: int = 0


class Part(IntEnum):
    """Which part of its time an item is in."""

    START = 0
    HALF = 1
    SOON = 2
    OVER = 3


NEEDS_NOTES = (Phase.SHARE, Phase.GROUP, Phase.VOTE)


def part_of(left: float, allowed: float) -> Part:
    """The part of an item's time: its first half, its second, its last fifth (or two minutes), or beyond its end."""
    if left <= 0:
        return Part.OVER
    if left <= max(allowed * SOON_SHARE, min(SOON_SECONDS, allowed * MOST_OF_IT)):
        return Part.SOON
    return Part.START if left > allowed / 2 else Part.HALF


def hint(cue: Cue) -> str:
    """What helps the facilitator now, as one sentence or two short ones."""
    if cue.paused:
        return _("The clock stands still. The space bar lets it go on.")
    part = part_of(cue.left, cue.allowed)
    unusual = _about_hidden_notes(cue, part) or _about_what_is_missing(cue, part)
    return unusual or _timed(cue.left, part) + _ADVICE[cue.phase]()[part]


def _about_hidden_notes(cue: Cue, part: Part) -> str:
    if cue.silent and cue.phase is not Phase.WRITE:
        return _("New notes are still kept off the projector ({count} now). Show them when you need them.").format(
            count=cue.hidden
        )
    if cue.silent and part in (Part.START, Part.HALF):
        return _("New notes stay off the projector until you show them ({count} now).").format(count=cue.hidden)
    if cue.hidden and not cue.silent:
        return _("{count} notes are hidden from the projector.").format(count=cue.hidden)
    return ""


def _about_what_is_missing(cue: Cue, part: Part) -> str:
    if cue.phase in NEEDS_NOTES and cue.notes == 0 and part is not Part.OVER:
        return _("There are no notes yet. Press B and enter what the room has written.")
    if cue.phase is Phase.LAST_TIME and cue.carried == 0 and part is Part.START:
        return _("There is no homework of last time. You may go on at once and keep the minutes.")
    return ""


def _timed(left: float, part: Part) -> str:
    if part is not Part.SOON:
        return ""
    minutes = int(left / 60 + 0.5)
    return _("{minutes} min left. ").format(minutes=minutes) if minutes else _("Time is nearly up. ")


Advice = tuple[str, str, str, str]
"""What to say at an item's start, in its second half, shortly before its end, and beyond it."""


def _move_on() -> str:
    return _("Time is up. Bring it to a close and go on with →, or give it a minute with ＋.")


def _opening() -> Advice:
    return (
        _("Say what today is for and when it ends. Read the promises aloud."),
        _("Ask everybody for one word, so that each voice was heard once."),
        _("Ask whether anything is unclear, then go on."),
        _move_on(),
    )


def _last_time() -> Advice:
    return (
        _("Read each piece of homework aloud and press 1, 2 or 3. Thank those who did something."),
        _("No blame for what stands still: ask what was in the way, and write it down."),
        _("What is not settled goes to the parking lot (K)."),
        _move_on(),
    )


def _write() -> Advice:
    return (
        _("The room writes in silence. You can keep new notes off the projector until all are ready."),
        _("Keep the silence. To who is stuck, say: what did you do twice last week?"),
        _("Ask those who have finished to raise a hand."),
        _("Ask for the last note. Who is still writing may hand it in while the others share."),
    )


def _share() -> Advice:
    return (
        _("Read aloud one by one, no comments. Press B and add what is said."),
        _("Half the time is over. Have you heard those who spoke least?"),
        _("One note more from each who has any left; the others are on the board all the same."),
        _move_on(),
    )


def _group() -> Advice:
    return (
        _("Press B. Bring together only what is close in what it wants; a note may stay alone."),
        _("Now name the groups: a sentence that says what its notes say, not a word like 会議."),
        _("Stop moving notes. Name the groups that have no name yet."),
        _("Time is up. Groups without a name can be named during the next item; go on with →."),
    )


def _vote() -> Advice:
    return (
        _("Say how many dots each has. All put them at the same time, without talking."),
        _("Who is done sits down. Count the dots and enter them."),
        _("Close the vote once the dots are entered; only then the room sees the totals."),
        _move_on(),
    )


def _ideas() -> Advice:
    return (
        _("Take the group with the most dots. Many ideas first, no judging. Press B and add them."),
        _("Ask: what could we stop, put together, swap or make simpler? What can be done without anybody's leave?"),
        _("Ask for one last idea that could be tried as soon as tomorrow."),
        _move_on(),
    )


def _payoff() -> Advice:
    return (
        _("For each idea two questions: does it help much, and can our division do it alone?"),
        _("Do not discuss figures. Where opinions differ, put it in the middle and go on."),
        _("Choose the two or three that help and that you can do yourselves."),
        _move_on(),
    )


def _owners() -> Advice:
    return (
        _("For each idea: who (a division and post), until when, and the very first step."),
        _("“All of us” is nobody. Ask who makes the first step, and by which day."),
        _("Read who does what until when aloud once more."),
        _("Do not leave without an owner and a day for the first one. The rest goes to the parking lot (K)."),
    )


def _reflect() -> Advice:
    return (
        _("One word from each: what was good, what would you do otherwise?"),
        _("Those who have not spoken yet come first now."),
        _("Thank the room, and say when the minutes will come."),
        _move_on(),
    )


def _buffer() -> Advice:
    return (
        _("This time is a reserve. If nothing is open, end early: nobody minds."),
        _("Is there something in the parking lot that can be settled now?"),
        _("Say once more what was decided and who begins."),
        _move_on(),
    )


def _break() -> Advice:
    return (
        _("Say at what time you go on. Open a window; leave the clock on the projector."),
        _("Is the room too warm, the projector on, the next material at hand?"),
        _("Call the room back."),
        _("Begin with those who are there; the others will follow."),
    )


def _present() -> Advice:
    return (
        _("Say that questions are written on notes and answered afterwards. Then leave the floor."),
        _("Half the time is over: show the presenter the clock."),
        _("Give the presenter a sign to come to the end."),
        _("Thank the presenter and end kindly; questions have their own time."),
    )


def _practice() -> Advice:
    return (
        _("In pairs, one does it, the other watches; then the other way round. Nobody types for somebody else."),
        _("Half the time is over: change roles. Go to those who are quiet."),
        _("Finish what is begun; what did not work becomes a question."),
        _move_on(),
    )


def _questions() -> Advice:
    return (
        _("Read the notes with questions aloud, the ones that help most people first."),
        _("Half the time is over. What cannot be answered here: who will find out?"),
        _("One last question. The rest is answered in writing."),
        _move_on(),
    )


def _cases() -> Advice:
    return (
        _("Tell the case as a story: what hurt, what they changed, what came of it."),
        _("Ask: which part of it would work with us, and what would be in the way?"),
        _("Ask for a show of hands: who wants to try something of it?"),
        _move_on(),
    )


def _own_work() -> Advice:
    return (
        _("Everybody lists own work first, the most frequent on top; the judging comes later."),
        _("Now mark each: stop it, put it together, swap it, make it simpler."),
        _("Choose one piece of work to begin with."),
        _move_on(),
    )


def _steps() -> Advice:
    return (
        _("One step a line, as it is really done, not as the manual says. Write minutes and who."),
        _("Where does it wait, where is it typed twice? Mark what hurts."),
        _("Choose the one step that a tool would help most."),
        _move_on(),
    )


def _pledge() -> Advice:
    return (
        _("One thing for tomorrow, small enough to do it in ten minutes. Write first, then read aloud."),
        _("“I will be careful” is no pledge: ask what exactly, and when."),
        _("The last ones now. Say that you will ask about it next time."),
        _move_on(),
    )


def _other() -> Advice:
    return (
        _("Say what is to be done and how long it takes. What you may say stands below."),
        _("Half the time is over. Does everybody know what is to be done?"),
        _("Begin to bring it to a close."),
        _move_on(),
    )


_ADVICE: dict[Phase, Callable[[], Advice]] = {
    Phase.OPENING: _opening,
    Phase.LAST_TIME: _last_time,
    Phase.WRITE: _write,
    Phase.SHARE: _share,
    Phase.GROUP: _group,
    Phase.VOTE: _vote,
    Phase.IDEAS: _ideas,
    Phase.PAYOFF: _payoff,
    Phase.OWNERS: _owners,
    Phase.REFLECT: _reflect,
    Phase.BUFFER: _buffer,
    Phase.OTHER: _other,
    Phase.BREAK: _break,
    Phase.PRESENT: _present,
    Phase.PRACTICE: _practice,
    Phase.QUESTIONS: _questions,
    Phase.CASES: _cases,
    Phase.OWN_WORK: _own_work,
    Phase.STEPS: _steps,
    Phase.PLEDGE: _pledge,
}
