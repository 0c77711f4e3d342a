"""What is done with notes in a demonstration: writing, revealing, grouping, relating, voting, weighing, wording."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from models.board import NoteKind, RelationKind
from models.demonstration.play import Play, Script
from models.edits import arranging, clusters, families, locking, notes, payoff, relations, stacking, voting
from models.edits.arranging import Sorting
from models.edits.change import Edit, applied
from models.edits.clusters import Gathering
from models.edits.family_room import gathered
from models.edits.room import set_down
from models.grouping import suggest_groups
from models.voting import dots_of
from models.workshop import Workshop


def write(play: Play, script: Script) -> None:
    """Notes come in as people write them: not by group. What only comes up when they are read is not there yet."""
    groups = [group["notes"] for group in script.get("group", ())] + [script["alone"]["notes"]]
    longest = max(map(len, groups))
    mixed = [group[index] for index in range(longest) for group in groups if index < len(group)]
    later = script["alone"].get("later", ())
    play.do(notes.start_silence)
    play.do(notes.add_notes, [text for text in mixed if text not in later])
    play.do(notes.add_notes, script["alone"]["parked"], NoteKind.PARKED)


def reveal(play: Play, script: Script) -> None:
    """What was written in silence is shown, and reading it aloud brings up more, one after another."""
    if any(note.hidden for note in play.workshop.notes.values()):
        play.do(notes.reveal_notes)
        for text in script["alone"].get("later", ()):
            play.do(notes.add_notes, [text])


def note_ids(workshop: Workshop, texts: Iterable[str]) -> list[str]:
    """The ids of the notes with these texts."""
    by_text = {note.text: note.id for note in workshop.notes.values()}
    return [by_text[text] for text in texts]


def _with_room(edit: Callable[..., Edit]) -> Callable[..., Edit]:
    """The edit of a group as the board makes it: set down where it covers nothing."""
    return lambda workshop, *args: set_down(workshop, edit(workshop, *args))


def group(play: Play, script: Script) -> None:
    """Two notes of each group are laid together by hand, a suggestion is taken for the rest, and put right.

    Titles come after that; then bigger groups are made of groups, and what has to do with what is drawn.
    """
    for one in script.get("group", ()):
        play.do(_with_room(clusters.group_notes), note_ids(play.workshop, one["notes"][:2]))
    _suggest(play)
    for one in script.get("group", ()):
        members = note_ids(play.workshop, one["notes"])
        play.do(_with_room(clusters.add_to_cluster), members, play.workshop.notes[members[0]].cluster_id)
    strays = (play.workshop.notes[i] for i in note_ids(play.workshop, script["alone"]["notes"]))
    play.do(clusters.free_notes, {note.id: (note.x, note.y) for note in strays if note.cluster_id is not None})
    play.do(arranging.arrange)
    for one in script.get("group", ()):
        (member,) = note_ids(play.workshop, one["notes"][:1])
        play.do(clusters.rename_cluster, play.workshop.notes[member].cluster_id, one["title"])
    _bring_groups_together(play, script)
    _relate(play, script)


def _suggest(play: Play) -> None:
    workshop = play.workshop
    troubles = [note for note in workshop.ordered_notes() if note.kind is NoteKind.TROUBLE]
    suggestion = suggest_groups(troubles, workshop.ordered_clusters(), sentences=False)  # words need no two seconds
    gatherings = (
        Gathering(one.note_ids, next(iter(suggestion.titles(one)), ""), one.cluster_id)
        for one in suggestion.at().groups
    )
    play.do(_with_room(clusters.take_suggestion), gatherings)


def _bring_groups_together(play: Play, script: Script) -> None:
    """Bigger groups, one after another; their titles come when all are there."""
    groups, made = by_script(play.workshop, script), []
    for one in script.get("family", ()):
        play.do(_beside_each_other, [groups[index] for index in one["groups"]])
        made.append(play.workshop.ordered_families()[-1].id)
    if made:
        play.do(arranging.arrange)
    for family, one in zip(made, script.get("family", ()), strict=True):
        play.do(families.rename_family, family, one["title"])


def _beside_each_other(workshop: Workshop, ids: list[str]) -> Edit:
    """A bigger group with its groups moved together, as the board makes it."""
    formed = families.form_family(workshop, ids)
    made = applied(workshop, formed.changes).ordered_families()[-1]
    return gathered(workshop, formed, made.id)


def _relate(play: Play, script: Script) -> None:
    """Arrows, each with the word on it."""
    for one in script.get("relation", ()):
        source, target = (_by_words(play.workshop, one[end]) for end in ("from", "to"))
        play.do(relations.relate, source, target, RelationKind(one["kind"]))
        play.do(relations.set_relation, play.workshop.ordered_relations()[-1].id, label=one.get("label", ""))


def _by_words(workshop: Workshop, words: str) -> str:
    """The id of the group or bigger group with this title, or of the lone note with this text."""
    titled: list[Any] = [*workshop.clusters.values(), *workshop.families.values()]
    return next((one.id for one in titled if one.title == words), "") or note_ids(workshop, [words])[0]


def by_script(workshop: Workshop, script: Script) -> list[str]:
    """The ids of the groups in the order of the script."""
    by_title = {cluster.title: cluster.id for cluster in workshop.clusters.values()}
    return [by_title[one["title"]] for one in script.get("group", ())]


def vote(play: Play, script: Script) -> None:
    """Staff put their dots, then the managers theirs; the voting is closed, and the board laid out by it."""
    told = {candidate: one for candidate, one in _stand_alone(play.workshop, script).items() if "dots" in one}
    for candidate, one in told.items():
        play.do(voting.set_dots, candidate, one["dots"] - one.get("of_managers", 0))
    play.do(voting.next_turn)
    for candidate, one in told.items():
        if "of_managers" in one:
            play.do(voting.set_dots, candidate, one["dots"])
    play.do(voting.close_votes, (), dots_of(play.workshop))
    play.do(arranging.arrange, Sorting.VOTES)


def _stand_alone(workshop: Workshop, script: Script) -> dict[str, Mapping[str, Any]]:
    """What is told of the groups, and of the lone notes the room votes on and weighs: by their ids."""
    lone = script["alone"].get("note", ())
    ids = [*by_script(workshop, script), *note_ids(workshop, (one["text"] for one in lone))]
    return dict(zip(ids, (*script["group"], *lone), strict=True))


def weigh(play: Play, script: Script) -> None:
    """Groups and lone notes are put into the matrix of effect and feasibility, one after another."""
    for candidate, one in _stand_alone(play.workshop, script).items():
        if "payoff" in one:
            play.do(payoff.place_payoff, candidate, *one["payoff"])


def put_away(play: Play, script: Script) -> None:
    """What is not worked on today becomes a pile, and what must stay as it is is locked."""
    for one in script.get("group", ()):
        if one.get("stacked"):
            play.do(stacking.stack_cluster, _by_words(play.workshop, one["title"]))
    play.do(arranging.arrange)
    locked = note_ids(play.workshop, script["alone"].get("locked", ()))
    if locked:
        play.do(locking.lock_notes, locked)


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
    _relate(play, script)


def word(play: Play, script: Script) -> None:
    """Each group is worded for the papers."""
    for cluster, one in zip(by_script(play.workshop, script), script.get("group", ()), strict=True):
        play.do(clusters.word_cluster, cluster, opinions=one["opinions"], measures=one["measures"])
