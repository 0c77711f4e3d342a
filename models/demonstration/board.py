"""What is done with notes in a demonstration: writing, revealing, grouping, voting, ideas, questions, wording."""

from collections.abc import Callable, Iterable

from models.board import NoteKind
from models.demonstration.play import Play, Script
from models.edits import arranging, clusters, notes, voting
from models.edits.change import Edit
from models.edits.clusters import Gathering
from models.edits.room import set_down
from models.grouping import suggest_groups
from models.voting import dots_of
from models.workshop import Workshop


def write(play: Play, script: Script) -> None:
    """Notes come in as people write them: not by group."""
    groups = [group["notes"] for group in script.get("group", ())] + [script["alone"]["notes"]]
    longest = max(map(len, groups))
    mixed = [group[index] for index in range(longest) for group in groups if index < len(group)]
    play.do(notes.start_silence)
    play.do(notes.add_notes, mixed)
    play.do(notes.add_notes, script["alone"]["parked"], NoteKind.PARKED)


def reveal(play: Play, script: Script) -> None:
    """What was written in silence is shown."""
    if any(note.hidden for note in play.workshop.notes.values()):
        play.do(notes.reveal_notes)


def note_ids(workshop: Workshop, texts: Iterable[str]) -> list[str]:
    """The ids of the notes with these texts."""
    by_text = {note.text: note.id for note in workshop.notes.values()}
    return [by_text[text] for text in texts]


def _with_room(edit: Callable[..., Edit]) -> Callable[..., Edit]:
    """The edit of a group as the board makes it: set down where it covers nothing."""
    return lambda workshop, *args: set_down(workshop, edit(workshop, *args))


def group(play: Play, script: Script) -> None:
    """Two notes of each group are laid together by hand, a suggestion is taken for the rest, and put right."""
    for one in script.get("group", ()):
        play.do(_with_room(clusters.group_notes), note_ids(play.workshop, one["notes"][:2]))
    _suggest(play)
    for one in script.get("group", ()):
        members = note_ids(play.workshop, one["notes"])
        home = play.workshop.notes[members[0]].cluster_id
        play.do(_with_room(clusters.add_to_cluster), members, home)
        play.do(clusters.rename_cluster, home, one["title"])
    strays = (play.workshop.notes[i] for i in note_ids(play.workshop, script["alone"]["notes"]))
    play.do(clusters.free_notes, {note.id: (note.x, note.y) for note in strays if note.cluster_id is not None})
    play.do(arranging.arrange)


def _suggest(play: Play) -> None:
    workshop = play.workshop
    troubles = [note for note in workshop.ordered_notes() if note.kind is NoteKind.TROUBLE]
    suggestion = suggest_groups(troubles, workshop.ordered_clusters())
    gatherings = (
        Gathering(tuple(member.note_id for member in one.members), one.title, one.cluster_id)
        for one in suggestion.groups
    )
    play.do(clusters.take_suggestion, gatherings)


def by_script(workshop: Workshop, script: Script) -> list[str]:
    """The ids of the groups in the order of the script."""
    by_title = {cluster.title: cluster.id for cluster in workshop.clusters.values()}
    return [by_title[one["title"]] for one in script.get("group", ())]


def vote(play: Play, script: Script) -> None:
    """Staff and then managers put their dots, which are counted, and the voting is closed."""
    play.do(voting.next_turn)
    for cluster, one in zip(by_script(play.workshop, script), script["group"], strict=True):
        play.do(voting.set_dots, cluster, one["dots"])
    play.do(voting.close_votes, (), dots_of(play.workshop))


def think(play: Play, script: Script) -> None:
    """Ideas come in and are laid to the groups they are for."""
    for cluster, one in zip(by_script(play.workshop, script), script["group"], strict=True):
        play.do(notes.add_notes, one["ideas"], NoteKind.IDEA)
        play.do(_with_room(clusters.add_to_cluster), note_ids(play.workshop, one["ideas"]), cluster)
    play.do(arranging.arrange)


def ask(play: Play, script: Script) -> None:
    """Questions come in on notes, and are brought together and worded with their answers."""
    for one in script["question"]:
        play.do(notes.add_notes, one["notes"], NoteKind.QUESTION)
        members = note_ids(play.workshop, one["notes"])
        play.do(_with_room(clusters.group_notes), members)
        home = play.workshop.notes[members[0]].cluster_id
        play.do(clusters.rename_cluster, home, one["title"])
        play.do(clusters.word_cluster, home, opinions=one["asked"], measures=one["answered"])
    play.do(arranging.arrange)


def word(play: Play, script: Script) -> None:
    """Each group is worded for the papers."""
    for cluster, one in zip(by_script(play.workshop, script), script.get("group", ()), strict=True):
        play.do(clusters.word_cluster, cluster, opinions=one["opinions"], measures=one["measures"])
