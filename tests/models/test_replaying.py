"""The replay: true to the journal as far as it can be trusted, safe for the room, and nothing is changed by looking."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.board import Cluster, DotVote, Family, Note, NoteKind, Payoff, Relation
from models.demonstration import add_demonstration
from models.document import Document
from models.edits import clusters, deciding, notes, running, teams, voting
from models.edits.change import Edit, applied, new_id, put
from models.layout import NOTE_HEIGHT, NOTE_WIDTH
from models.replaying import Beginning, Moment, Replay, Touched
from models.replaying.moments import chapters
from models.templates import new_workshop
from models.workshop import Details, Workshop, WorkshopFormat
from models.workspace.connection import Damaged
from models.workspace.moments import written
from models.workspace.workspace import Workspace
from tests.clock import FakeClock
from tests.random_edits import clock_edit, undoable_edit


def replay_of(workspace: Workspace, document: Document) -> Replay:
    return Replay(document.workshop, written(workspace.connection, document.workshop.id))


def do(document: Document, edit: Callable[..., Edit], *args: Any, **kwargs: Any) -> Edit:
    made = edit(document.workshop, *args, **kwargs)
    document.apply(made)
    return made


def texts(workshop: Workshop) -> list[str]:
    return sorted(note.text for note in workshop.notes.values())


def id_of(workshop: Workshop, text: str) -> str:
    return next(note.id for note in workshop.notes.values() if note.text == text)


def shown_at(replay: Replay, position: int) -> Workshop:
    replay.go_to(position)
    return replay.workshop


def all_shown(replay: Replay) -> list[Workshop]:
    return [shown_at(replay, position) for position in range(len(replay.moments) + 1)]


# what it shows


def test_reach_is_around_all_places_when_a_note_was_moved_away_and_back(
    workspace: Workspace, document: Document
) -> None:
    assert replay_of(workspace, document).reach is None
    do(document, notes.add_notes, ["一"])
    (note,) = document.workshop.notes.values()
    do(document, notes.move_notes, {note.id: (5_000.0, -700.0)})
    do(document, notes.move_notes, {note.id: (note.x, note.y)})
    around = note.x, -700.0, 5_000.0 + NOTE_WIDTH, note.y + NOTE_HEIGHT
    assert replay_of(workspace, document).reach == around


def test_board_is_as_it_was_when_the_replay_goes_to_a_moment(workspace: Workspace, document: Document) -> None:
    do(document, notes.add_notes, ["一", "二", "三"])
    first = id_of(document.workshop, "一")
    do(document, notes.move_notes, {first: (500.0, 40.0)})
    do(document, clusters.group_notes, [first, id_of(document.workshop, "二")])
    cluster_id = next(iter(document.workshop.clusters))
    do(document, clusters.rename_cluster, cluster_id, "会議が長い")
    do(document, notes.delete_notes, [id_of(document.workshop, "三")])
    replay = replay_of(workspace, document)
    assert [moment.kind for moment in replay.moments] == [
        "notes_added",
        "notes_moved",
        "notes_grouped",
        "cluster_named",
        "notes_deleted",
    ]
    assert replay.position == 5
    assert replay.workshop.notes == document.workshop.notes
    assert replay.workshop.clusters == document.workshop.clusters
    assert shown_at(replay, 0).notes == {}
    assert len(shown_at(replay, 1).notes) == 3
    assert (shown_at(replay, 1).notes[first].x, shown_at(replay, 2).notes[first].x) == (0.0, 500.0)
    assert shown_at(replay, 3).clusters[cluster_id].title == ""
    assert shown_at(replay, 4).clusters[cluster_id].title == "会議が長い"


def test_moments_tell_counts_and_times_when_they_are_read(workspace: Workspace, document: Document) -> None:
    before = datetime.now(UTC) - timedelta(seconds=1)
    do(document, notes.add_notes, ["一", "二", "三"])
    do(document, clusters.group_notes, sorted(document.workshop.notes)[:2])
    do(document, notes.delete_notes, sorted(document.workshop.notes)[2:])
    added, grouped, deleted = replay_of(workspace, document).moments
    assert added.touched == Touched(notes_added=3)
    assert grouped.touched == Touched(notes_changed=2, groups=1)
    assert deleted.touched == Touched(notes_removed=1)
    assert before <= added.at <= grouped.at <= deleted.at <= datetime.now(UTC)
    assert added.at.utcoffset() == timedelta(0)


def test_what_does_not_touch_the_board_is_no_moment_when_it_was_done(
    workspace: Workspace, document: Document, clock: FakeClock
) -> None:
    do(document, notes.add_notes, ["一"])
    do(document, deciding.add_decision, "決めた")
    do(document, deciding.set_details, replace(document.workshop.details, title="別の題"))
    document.apply(running.start(document.workshop, clock()))
    assert [moment.kind for moment in replay_of(workspace, document).moments] == ["notes_added"]


def test_undone_entries_are_left_out_when_something_was_taken_back(workspace: Workspace, document: Document) -> None:
    do(document, notes.add_notes, ["一"])
    do(document, notes.add_notes, ["二"])
    document.undo()
    replay = replay_of(workspace, document)
    assert len(replay.moments) == 1
    document.redo()
    assert len(replay_of(workspace, document).moments) == 2


def test_typing_is_one_moment_when_it_was_joined(workspace: Workspace, document: Document) -> None:
    edit = do(document, notes.add_notes, ["か"])
    note = edit.changes[0].after
    assert isinstance(note, Note)
    for words in ("かい", "かいぎ", "会議"):
        document.apply(put(document.workshop, "notes_added", replace(note, text=words)), continuing=True)
    replay = replay_of(workspace, document)
    assert [moment.touched for moment in replay.moments] == [Touched(notes_added=1)]
    assert texts(replay.workshop) == ["会議"]


def test_difference_leads_there_when_the_slider_moves(workspace: Workspace, document: Document) -> None:
    rng = Random(5)
    for _ in range(60):
        document.apply(undoable_edit(document.workshop, rng))
    replay = replay_of(workspace, document)
    for _ in range(80):
        before = replay.workshop
        edit = replay.go_to(rng.randint(-3, len(replay.moments) + 3))
        assert applied(before, edit.changes) == replay.workshop
        assert edit.inverse().changes == () or applied(replay.workshop, edit.inverse().changes) == before
        assert not edit.undoable
    assert replay.go_to(replay.position).changes == ()


def test_jumps_agree_with_steps_when_there_are_checkpoints(
    workspace: Workspace, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    rng = Random(8)
    for _ in range(80):
        document.apply(undoable_edit(document.workshop, rng))
    stepped = all_shown(replay_of(workspace, document))
    monkeypatch.setattr("models.replaying.replay.SPAN", 3)
    jumping = replay_of(workspace, document)
    places = list(range(len(stepped)))
    rng.shuffle(places)
    assert [shown_at(jumping, place) for place in places] == [stepped[place] for place in places]


def test_live_edits_do_not_disturb_it_when_they_come_meanwhile(workspace: Workspace, document: Document) -> None:
    do(document, notes.add_notes, ["一"])
    replay = replay_of(workspace, document)
    document.undo()
    do(document, notes.add_notes, ["二"])
    assert texts(replay.workshop) == ["一"]
    assert [texts(state) for state in all_shown(replay)] == [[], ["一"]]


def test_tables_are_untouched_when_the_replay_is_looked_at(workspace: Workspace, document: Document) -> None:
    rng = Random(3)
    for _ in range(40):
        document.apply(undoable_edit(document.workshop, rng))
    connection = workspace.connection

    def sum_of_all() -> tuple[int, str]:
        dump = hashlib.sha256("\n".join(connection.iterdump()).encode("utf-8", "surrogatepass"))
        return connection.total_changes, dump.hexdigest()

    before = sum_of_all()
    for state in all_shown(replay_of(workspace, document)):
        assert state.agenda == {}
    assert sum_of_all() == before
    assert not connection.in_transaction


# what the room may see


def test_silent_notes_come_all_at_once_when_they_are_revealed(workspace: Workspace, document: Document) -> None:
    do(document, notes.start_silence)
    for words in ("一", "二", "三"):
        do(document, notes.add_notes, [words])
    do(document, clusters.group_notes, sorted(document.workshop.notes)[:2], "表札")
    do(document, notes.reveal_notes)
    replay = replay_of(workspace, document)
    assert [moment.kind for moment in replay.moments] == ["silence_started", "notes_revealed"]
    assert replay.moments[1].touched == Touched(notes_added=3, groups=1)
    assert [len(state.notes) for state in all_shown(replay)] == [0, 0, 3]
    assert [len(state.clusters) for state in all_shown(replay)] == [0, 0, 1]
    assert replay.gathered
    assert replay.unseen == 0


def test_team_notes_come_mixed_when_they_are_brought_together(workspace: Workspace, document: Document) -> None:
    do(document, deciding.add_participant, "総務課", "係員", 8)
    do(document, teams.make_teams, 2, seed=1)
    for team in (1, 2, 1):
        do(document, notes.add_notes, [f"班{team}の付箋"], NoteKind.TROUBLE, team=team)
    assert replay_of(workspace, document).unseen == 3
    assert not replay_of(workspace, document).moments
    shown = [replace(note, hidden=False) for note in document.workshop.notes.values()]
    document.apply(put(document.workshop, "notes_moved", *shown))
    do(document, notes.bring_together)
    replay = replay_of(workspace, document)
    assert [moment.touched.notes_added for moment in replay.moments] == [3]
    assert all(note.team == 0 for state in all_shown(replay) for note in state.notes.values())
    assert all(state.details.teams == 0 for state in all_shown(replay))
    assert replay.gathered


def test_notes_are_left_out_when_the_room_has_not_seen_them(workspace: Workspace, document: Document) -> None:
    do(document, notes.add_notes, ["見えた"])
    do(document, notes.start_silence)
    do(document, notes.add_notes, ["秘密"])
    do(document, voting.close_votes)
    replay = replay_of(workspace, document)
    assert all("秘密" not in texts(state) for state in all_shown(replay))
    assert replay.unseen == 1


def test_note_is_left_out_whole_when_it_is_hidden_today(workspace: Workspace, document: Document) -> None:
    do(document, notes.add_notes, ["一", "名指し"])
    named = document.workshop.notes[id_of(document.workshop, "名指し")]
    document.apply(put(document.workshop, "notes_moved", replace(named, hidden=True)))
    replay = replay_of(workspace, document)
    assert [texts(state) for state in all_shown(replay)] == [[], ["一"]]


def test_earlier_words_do_not_come_back_when_they_were_reworded_or_deleted(
    workspace: Workspace, document: Document
) -> None:
    do(document, notes.add_notes, ["佐藤課長が遅い", "鈴木さんのこと"])
    ids = {note.text: note.id for note in document.workshop.notes.values()}
    do(document, clusters.group_notes, list(ids.values()), "佐藤課長")
    cluster_id = next(iter(document.workshop.clusters))
    do(document, notes.set_note_text, ids["佐藤課長が遅い"], "決裁に時間がかかる")
    do(document, clusters.rename_cluster, cluster_id, "決裁")
    do(document, clusters.word_cluster, cluster_id, opinions="意見", measures="対応")
    do(document, notes.delete_notes, [ids["鈴木さんのこと"]])
    replay = replay_of(workspace, document)
    states = all_shown(replay)
    assert [texts(state) for state in states[1:]] == [["", "決裁に時間がかかる"]] * 2 + [["決裁に時間がかかる"]]
    assert {cluster.title for state in states for cluster in state.clusters.values()} == {"決裁"}
    assert {cluster.opinions for state in states for cluster in state.clusters.values()} == {""}
    assert "note_reworded" not in [moment.kind for moment in replay.moments]


def test_dots_come_at_once_when_the_vote_is_closed(workspace: Workspace, document: Document) -> None:
    do(document, notes.add_notes, ["一", "二"])
    do(document, clusters.group_notes, sorted(document.workshop.notes), "表札")
    cluster_id = next(iter(document.workshop.clusters))
    for dots in (1, 2, 3):
        do(document, voting.set_dots, cluster_id, dots)
    document.apply(put(document.workshop, "details_changed", replace(document.workshop.details, voters=6)))
    do(document, voting.close_votes)
    do(document, voting.reopen_votes)
    replay = replay_of(workspace, document)
    states = all_shown(replay)
    assert [moment.kind for moment in replay.moments[2:]] == ["votes_closed", "votes_reopened"]
    assert [state.dots(cluster_id) for state in states] == [0, 0, 0, 3, 0]
    assert [state.details.voters for state in states] == [0, 0, 0, 6, 0]


# the way back, and where it ends


def shown_of(workshop: Workshop, today: Workshop, seen: set[str]) -> Workshop:
    """What a state may show, worked out for the whole of it; `seen` grows with the states."""
    kept_back = {note.id for note in today.notes.values() if note.hidden or note.team}
    seen |= {note.id for note in workshop.notes.values() if not note.hidden and not note.team}
    shown = {
        key: replace(note, team=0, text=today.notes[key].text if key in today.notes else "")
        for key, note in workshop.notes.items()
        if key in seen - kept_back
    }
    groups = {
        key: replace(
            one,
            title=today.clusters[key].title if key in today.clusters and one.title else "",
            opinions="",
            measures="",
        )
        for key, one in workshop.clusters.items()
        if any(note.cluster_id == key for note in shown.values())
    }
    families = {
        key: replace(one, title=today.families[key].title if key in today.families and one.title else "")
        for key, one in workshop.families.items()
        if any(group.family_id == key for group in groups.values())
    }
    ends = {*shown, *groups, *families}
    closed = workshop.details.votes_closed
    return Workshop(
        replace(
            today.details,
            teams=0,
            silent=workshop.details.silent,
            votes_closed=closed,
            voters=workshop.details.voters if closed else 0,
            blank_votes=workshop.details.blank_votes if closed else 0,
        ),
        notes=shown,
        clusters=groups,
        families=families,
        relations={
            key: replace(one, label=today.relations[key].label if key in today.relations and one.label else "")
            for key, one in workshop.relations.items()
            if {one.source_id, one.target_id} <= ends
        },
        votes={key: one for key, one in workshop.votes.items() if closed and key in ends},
        payoffs={key: one for key, one in workshop.payoffs.items() if key in ends},
    )


def picture_edit(workshop: Workshop, rng: Random) -> Edit:
    """A family, an arrow, dots or a place in the matrix, put or taken away."""
    ends = [*sorted(workshop.clusters), *sorted(workshop.notes), *sorted(workshop.families)]
    family = Family(new_id(), 1.0, rng.choice(["", "大きな束"]))
    if not ends:
        return put(workshop, "family_made", family)
    end, other = rng.choice(ends), rng.choice(ends)
    made: list[Edit] = [
        put(
            workshop, "relation_drawn", Relation(rng.choice("abcd"), 1.0, end, other, label=rng.choice(["", "だから"]))
        ),
        put(workshop, "dots_counted", DotVote(end, rng.randint(0, 9))),
        put(workshop, "payoff_placed", Payoff(end, rng.random(), rng.random())),
    ]
    if workshop.clusters:
        cluster: Cluster = workshop.clusters[rng.choice(sorted(workshop.clusters))]
        home = rng.choice([None, *sorted(workshop.families)])
        made.append(put(workshop, "family_joined", replace(cluster, family_id=home)))
        made.append(put(workshop, "family_made", family, replace(cluster, family_id=family.id)))
    if workshop.notes:
        note: Note = workshop.notes[rng.choice(sorted(workshop.notes))]
        made.append(put(workshop, "notes_hidden", replace(note, hidden=rng.random() < 0.4, team=rng.choice([0, 0, 1]))))
    return rng.choice(made)


@settings(max_examples=40)
@given(seed=st.integers(0, 10**9))
def test_every_state_is_the_one_recorded_when_people_do_anything(seed: int) -> None:
    rng, clock = Random(seed), FakeClock()
    with TemporaryDirectory() as folder:
        workspace = Workspace(Path(folder))
        fresh = new_workshop(Details(new_id(), "会", date(2026, 6, 4), time(10)))
        workspace.create(fresh)
        document = Document(workspace, fresh.id)
        past: list[Workshop] = [fresh]
        future: list[Workshop] = []
        for _ in range(rng.randint(5, 40)):
            chance = rng.random()
            if chance < 0.1:
                document.apply(clock_edit(document.workshop, rng, clock))
            elif chance < 0.2:
                if document.undo() is not None:
                    future.append(past.pop())
            elif chance < 0.25:
                if document.redo() is not None:
                    past.append(future.pop())
            else:
                edit = (picture_edit if chance < 0.5 else undoable_edit)(document.workshop, rng)
                document.apply(edit)
                if edit.changes:
                    past.append(document.workshop)
                    future = []
        replay = replay_of(workspace, document)
        workspace.close()
    seen: set[str] = set()
    expected = [shown_of(state, document.workshop, seen) for state in past]
    moments = [expected[0], *(after for before, after in pairwise(expected) if after != before)]
    assert all_shown(replay) == moments
    assert replay.begins is Beginning.CREATED


def _entries_damaged(workspace: Workspace, document: Document, which: int, column: str, value: str) -> Replay:
    seqs = [entry.seq for entry in written(workspace.connection, document.workshop.id)]
    statement = f"UPDATE journal SET {column} = ? WHERE seq = ?"
    workspace.connection.execute(statement, (value, seqs[which]))
    return replay_of(workspace, document)


@pytest.mark.parametrize(("column", "value"), [("digest", "?"), ("changes", "[["), ("at", "gestern"), ("kind", "x")])
def test_replay_begins_after_it_when_an_entry_is_damaged(
    workspace: Workspace, document: Document, column: str, value: str
) -> None:
    for words in ("一", "二", "三", "四"):
        do(document, notes.add_notes, [words])
    replay = _entries_damaged(workspace, document, 2, column, value)
    assert replay.begins is Beginning.DAMAGED
    assert [texts(state) for state in all_shown(replay)] == [["一", "二"], ["一", "三", "二"], ["一", "三", "二", "四"]]


def test_replay_begins_after_it_when_an_entry_does_not_fit(workspace: Workspace, document: Document) -> None:
    do(document, notes.add_notes, ["一"])
    first = next(iter(document.workshop.notes))
    for x in (10.0, 20.0, 30.0):
        do(document, notes.move_notes, {first: (x, 0.0)})
    seqs = [entry.seq for entry in written(workspace.connection, document.workshop.id)]
    workspace.connection.execute("DELETE FROM journal WHERE seq = ?", (seqs[-2],))
    replay = replay_of(workspace, document)
    assert replay.begins is Beginning.DAMAGED
    assert [state.notes[first].x for state in all_shown(replay)] == [20.0, 30.0]


def test_replay_is_of_today_alone_when_there_is_no_journal(workspace: Workspace, document: Document) -> None:
    do(document, notes.add_notes, ["一"])
    workspace.connection.execute("DELETE FROM journal")
    replay = replay_of(workspace, document)
    assert replay.begins is Beginning.MISSING
    assert [texts(state) for state in all_shown(replay)] == [["一"]]
    assert replay.chapters == ()


def test_replay_begins_with_what_came_when_a_workshop_is_opened_from_elsewhere(
    workspace: Workspace, fresh: Workshop
) -> None:
    brought = applied(fresh, notes.add_notes(fresh, ["持参", "二"]).changes)
    workspace.create(brought)
    document = Document(workspace, brought.id)
    do(document, notes.add_notes, ["新しい"])
    replay = replay_of(workspace, document)
    assert replay.begins is Beginning.CREATED
    assert [len(state.notes) for state in all_shown(replay)] == [2, 3]


def test_earlier_entries_are_left_out_when_they_are_too_many(workspace: Workspace, document: Document) -> None:
    for words in ("一", "二", "三", "四"):
        do(document, notes.add_notes, [words])
    replay = Replay(document.workshop, written(workspace.connection, document.workshop.id), most=2)
    assert replay.begins is Beginning.LONG
    assert [len(state.notes) for state in all_shown(replay)] == [2, 3, 4]


def test_a_sentence_says_so_when_the_journal_cannot_be_read(workspace: Workspace, document: Document) -> None:
    workspace.connection.execute("DROP TABLE journal")
    with pytest.raises(Damaged, match="履歴"):
        written(workspace.connection, document.workshop.id)


def test_older_rows_are_read_when_columns_came_since(workspace: Workspace, document: Document) -> None:
    do(document, notes.add_notes, ["一"])
    from models.workspace.journal import digest

    connection = workspace.connection
    (entry,) = [one for one in written(connection, document.workshop.id) if one.kind == "notes_added"]
    shorter = entry.summed[4].replace(",0]]]", "]]]")
    assert shorter != entry.summed[4]
    summed = (*entry.summed[:4], shorter)
    connection.execute(
        "UPDATE journal SET changes = ?, digest = ? WHERE seq = ?", (shorter, digest(*summed), entry.seq)
    )
    assert replay_of(workspace, document).begins is Beginning.CREATED


# chapters


def test_chapters_follow_the_agenda_when_the_clock_ran(
    workspace: Workspace, document: Document, clock: FakeClock
) -> None:
    do(document, notes.add_notes, ["前"])
    document.apply(running.start(document.workshop, clock()))
    first = document.workshop.current_item()
    do(document, notes.add_notes, ["一"])
    do(document, notes.add_notes, ["二"])
    document.apply(running.next_item(document.workshop, clock.advance(60)))
    second = document.workshop.current_item()
    assert first is not None
    assert second is not None
    do(document, notes.add_notes, ["三"])
    replay = replay_of(workspace, document)
    assert [(one.first, one.end, one.title) for one in replay.chapters] == [
        (0, 1, ""),
        (1, 3, first.title),
        (3, 4, second.title),
    ]


def test_a_chapter_begins_when_there_was_a_pause() -> None:
    start = datetime(2026, 6, 4, 1, 0, tzinfo=UTC)
    minutes = (0, 2, 7, 13, 14)
    moments = [Moment(n, start + timedelta(minutes=m), "notes_moved", Touched()) for n, m in enumerate(minutes)]
    assert [(one.first, one.end) for one in chapters(moments, {})] == [(0, 3), (3, 5)]
    assert [one.begins for one in chapters(moments, {})] == [moments[0].at, moments[3].at]


@pytest.mark.parametrize("meant", list(WorkshopFormat))
def test_demonstration_can_be_replayed_when_it_was_added(workspace: Workspace, meant: WorkshopFormat) -> None:
    workshop = workspace.load(add_demonstration(workspace, meant))
    replay = Replay(workshop, written(workspace.connection, workshop.id))
    assert replay.begins is Beginning.CREATED
    assert replay.workshop.notes == workshop.notes
    assert replay.workshop.votes == workshop.votes
    assert [moment for moment in replay.moments if moment.kind == "notes_revealed"] or not replay.gathered
    assert shown_at(replay, 0).notes == {}
    assert all(one.title for one in replay.chapters)
