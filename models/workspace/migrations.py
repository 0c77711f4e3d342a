"""The schema as it grew. Append-only: a migration that has shipped is never changed.

`SCHEMA_VERSION` is the number of migrations and is written to `user_version`; a file with a higher one is refused.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

SCHEMA_VERSION = 3

_FIRST = """
CREATE TABLE workshop (
  workshop_id TEXT NOT NULL CHECK (workshop_id = id), id TEXT PRIMARY KEY,
  title TEXT NOT NULL, held_on TEXT NOT NULL, starts_at TEXT NOT NULL, created_at TEXT NOT NULL, format TEXT NOT NULL,
  number INTEGER NOT NULL, minutes INTEGER NOT NULL, place TEXT NOT NULL, online INTEGER NOT NULL,
  bureau TEXT NOT NULL, question TEXT NOT NULL, headcount INTEGER NOT NULL, marking TEXT, restricted INTEGER NOT NULL,
  handouts TEXT NOT NULL, next_meeting TEXT NOT NULL, document_class TEXT NOT NULL, retention TEXT NOT NULL,
  checked_by TEXT NOT NULL, checked_on TEXT, minutes_state TEXT NOT NULL, silent INTEGER NOT NULL,
  votes_closed INTEGER NOT NULL, archived INTEGER NOT NULL
) STRICT;
CREATE TABLE participant (
  workshop_id TEXT NOT NULL REFERENCES workshop (id), id TEXT PRIMARY KEY, "order" REAL NOT NULL,
  division TEXT NOT NULL, post TEXT NOT NULL, count INTEGER NOT NULL
) STRICT;
CREATE TABLE agenda_item (
  workshop_id TEXT NOT NULL REFERENCES workshop (id), id TEXT PRIMARY KEY, position REAL NOT NULL,
  title TEXT NOT NULL, minutes INTEGER NOT NULL, phase TEXT NOT NULL, task TEXT NOT NULL, script TEXT NOT NULL
) STRICT;
CREATE TABLE timing (
  workshop_id TEXT NOT NULL REFERENCES workshop (id), id TEXT PRIMARY KEY, first_started_at TEXT NOT NULL,
  elapsed REAL NOT NULL, extension INTEGER NOT NULL, since TEXT, ended_at TEXT, current INTEGER NOT NULL
) STRICT;
CREATE TABLE cluster (
  workshop_id TEXT NOT NULL REFERENCES workshop (id), id TEXT PRIMARY KEY, "order" REAL NOT NULL,
  title TEXT NOT NULL, opinions TEXT NOT NULL, measures TEXT NOT NULL
) STRICT;
CREATE TABLE note (
  workshop_id TEXT NOT NULL REFERENCES workshop (id), id TEXT PRIMARY KEY, "order" REAL NOT NULL,
  text TEXT NOT NULL, kind TEXT NOT NULL, x REAL NOT NULL, y REAL NOT NULL,
  cluster_id TEXT REFERENCES cluster (id) DEFERRABLE INITIALLY DEFERRED,
  placed INTEGER NOT NULL, hidden INTEGER NOT NULL
) STRICT;
CREATE TABLE dot_vote (
  workshop_id TEXT NOT NULL REFERENCES workshop (id),
  id TEXT PRIMARY KEY REFERENCES cluster (id) DEFERRABLE INITIALLY DEFERRED, dots INTEGER NOT NULL
) STRICT;
CREATE TABLE decision (
  workshop_id TEXT NOT NULL REFERENCES workshop (id), id TEXT PRIMARY KEY, "order" REAL NOT NULL,
  text TEXT NOT NULL, reason TEXT NOT NULL, cluster_id TEXT REFERENCES cluster (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE action_item (
  workshop_id TEXT NOT NULL REFERENCES workshop (id), id TEXT PRIMARY KEY, "order" REAL NOT NULL,
  what TEXT NOT NULL, owner TEXT NOT NULL, due TEXT, first_step TEXT NOT NULL, done_when TEXT NOT NULL,
  effect TEXT NOT NULL, status TEXT NOT NULL,
  cluster_id TEXT REFERENCES cluster (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE case_study (
  workshop_id TEXT NOT NULL REFERENCES workshop (id), id TEXT PRIMARY KEY, title TEXT NOT NULL,
  summary TEXT NOT NULL, bureau TEXT NOT NULL, period TEXT NOT NULL, tags TEXT NOT NULL, plan_items TEXT NOT NULL,
  trigger TEXT NOT NULL, problem TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL,
  review_kinds TEXT NOT NULL, devices TEXT NOT NULL, stumbles TEXT NOT NULL, expected_hours REAL, actual_hours REAL,
  formula TEXT NOT NULL, quality TEXT NOT NULL, needs TEXT NOT NULL, spread TEXT NOT NULL, fits_when TEXT NOT NULL,
  fails_when TEXT NOT NULL, contact TEXT NOT NULL, updated_on TEXT, origin TEXT NOT NULL, action_id TEXT NOT NULL
) STRICT;
CREATE TABLE received_case (
  id TEXT PRIMARY KEY, received_at TEXT NOT NULL, title TEXT NOT NULL, bureau TEXT NOT NULL,
  sha256 TEXT NOT NULL UNIQUE, file BLOB NOT NULL
) STRICT;
CREATE TABLE journal (
  seq INTEGER PRIMARY KEY, workshop_id TEXT NOT NULL REFERENCES workshop (id), at TEXT NOT NULL,
  kind TEXT NOT NULL, undoable INTEGER NOT NULL, undone INTEGER NOT NULL DEFAULT 0, changes TEXT NOT NULL,
  digest TEXT NOT NULL
) STRICT;
CREATE INDEX journal_of_workshop ON journal (workshop_id, undoable, undone, seq);
CREATE INDEX note_of_workshop ON note (workshop_id);
"""

_SECOND = """
ALTER TABLE workshop ADD COLUMN follows TEXT NOT NULL DEFAULT '';
ALTER TABLE workshop ADD COLUMN room_until TEXT;
ALTER TABLE workshop ADD COLUMN extension INTEGER NOT NULL DEFAULT 0;
ALTER TABLE workshop ADD COLUMN ground_rules TEXT NOT NULL DEFAULT '';
ALTER TABLE workshop ADD COLUMN icebreaker TEXT NOT NULL DEFAULT '';
ALTER TABLE workshop ADD COLUMN invitation TEXT NOT NULL DEFAULT '';
ALTER TABLE workshop ADD COLUMN subject TEXT NOT NULL DEFAULT '';
ALTER TABLE workshop ADD COLUMN teams INTEGER NOT NULL DEFAULT 0;
ALTER TABLE agenda_item ADD COLUMN least INTEGER NOT NULL DEFAULT 1;
ALTER TABLE agenda_item ADD COLUMN optional INTEGER NOT NULL DEFAULT 0;
ALTER TABLE agenda_item ADD COLUMN protected INTEGER NOT NULL DEFAULT 0;
ALTER TABLE agenda_item ADD COLUMN starts_at TEXT;
ALTER TABLE agenda_item ADD COLUMN materials TEXT NOT NULL DEFAULT '';
ALTER TABLE agenda_item ADD COLUMN method TEXT NOT NULL DEFAULT '';
ALTER TABLE agenda_item ADD COLUMN agreed INTEGER;
ALTER TABLE agenda_item ADD COLUMN skipped INTEGER NOT NULL DEFAULT 0;
ALTER TABLE note ADD COLUMN team INTEGER NOT NULL DEFAULT 0;
CREATE TABLE team_step (
  workshop_id TEXT NOT NULL REFERENCES workshop (id), id TEXT PRIMARY KEY, "order" REAL NOT NULL,
  item_id TEXT NOT NULL REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL, minutes INTEGER NOT NULL, team INTEGER NOT NULL, task TEXT NOT NULL
) STRICT;
CREATE TABLE seat (
  workshop_id TEXT NOT NULL REFERENCES workshop (id), id TEXT PRIMARY KEY, "order" REAL NOT NULL,
  team INTEGER NOT NULL,
  participant_id TEXT NOT NULL REFERENCES participant (id) DEFERRABLE INITIALLY DEFERRED, count INTEGER NOT NULL
) STRICT;
CREATE TABLE carried_action (
  workshop_id TEXT NOT NULL REFERENCES workshop (id), id TEXT PRIMARY KEY, "order" REAL NOT NULL,
  what TEXT NOT NULL, owner TEXT NOT NULL, due TEXT, status TEXT NOT NULL, remark TEXT NOT NULL,
  action_id TEXT NOT NULL
) STRICT;
CREATE TABLE knack (
  workshop_id TEXT NOT NULL REFERENCES workshop (id), id TEXT PRIMARY KEY, "order" REAL NOT NULL,
  title TEXT NOT NULL, presenter TEXT NOT NULL, steps TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL,
  material TEXT NOT NULL
) STRICT;
CREATE TABLE pledge (
  workshop_id TEXT NOT NULL REFERENCES workshop (id), id TEXT PRIMARY KEY, "order" REAL NOT NULL,
  text TEXT NOT NULL, "by" TEXT NOT NULL
) STRICT;
CREATE TABLE shown_case (
  workshop_id TEXT NOT NULL REFERENCES workshop (id), id TEXT PRIMARY KEY, "order" REAL NOT NULL,
  title TEXT NOT NULL, bureau TEXT NOT NULL, summary TEXT NOT NULL, problem TEXT NOT NULL, before TEXT NOT NULL,
  after TEXT NOT NULL, effect TEXT NOT NULL, case_id TEXT NOT NULL
) STRICT;
CREATE TABLE own_work (
  workshop_id TEXT NOT NULL REFERENCES workshop (id), id TEXT PRIMARY KEY, "order" REAL NOT NULL,
  what TEXT NOT NULL, minutes REAL NOT NULL, times_per_year REAL NOT NULL, review TEXT, change TEXT NOT NULL
) STRICT;
CREATE TABLE process_step (
  workshop_id TEXT NOT NULL REFERENCES workshop (id), id TEXT PRIMARY KEY, "order" REAL NOT NULL,
  what TEXT NOT NULL, minutes REAL NOT NULL, times_per_year REAL NOT NULL, who TEXT NOT NULL, pain TEXT NOT NULL,
  tool TEXT NOT NULL, minutes_after REAL
) STRICT;
CREATE TABLE room_check (
  workshop_id TEXT NOT NULL REFERENCES workshop (id), id TEXT PRIMARY KEY, "order" REAL NOT NULL,
  text TEXT NOT NULL, kind TEXT NOT NULL, done INTEGER NOT NULL
) STRICT;
"""

_THIRD = """
CREATE TABLE family (
  workshop_id TEXT NOT NULL REFERENCES workshop (id), id TEXT PRIMARY KEY, "order" REAL NOT NULL, title TEXT NOT NULL
) STRICT;
CREATE TABLE relation (
  workshop_id TEXT NOT NULL REFERENCES workshop (id), id TEXT PRIMARY KEY, "order" REAL NOT NULL,
  source_id TEXT NOT NULL, target_id TEXT NOT NULL, kind TEXT NOT NULL, label TEXT NOT NULL
) STRICT;
CREATE TABLE payoff (
  workshop_id TEXT NOT NULL REFERENCES workshop (id), id TEXT PRIMARY KEY,
  effect REAL NOT NULL, feasibility REAL NOT NULL
) STRICT;
ALTER TABLE note ADD COLUMN locked INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cluster ADD COLUMN stacked INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cluster ADD COLUMN family_id TEXT REFERENCES family (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE workshop ADD COLUMN dots_each INTEGER NOT NULL DEFAULT 0;
ALTER TABLE workshop ADD COLUMN voters INTEGER NOT NULL DEFAULT 0;
ALTER TABLE workshop ADD COLUMN blank_votes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE workshop ADD COLUMN vote_turn TEXT NOT NULL DEFAULT 'staff';
ALTER TABLE dot_vote RENAME TO dot_vote_of_groups;
CREATE TABLE dot_vote (
  workshop_id TEXT NOT NULL REFERENCES workshop (id), id TEXT PRIMARY KEY, dots INTEGER NOT NULL
) STRICT;
INSERT INTO dot_vote SELECT workshop_id, id, dots FROM dot_vote_of_groups;
DROP TABLE dot_vote_of_groups;
"""


def _migrations() -> Migrations:
    from sqlite_utils.migrations import Migrations

    migrations = Migrations("minaoshi")

    @migrations(name="001_first")
    def first(db: Database) -> None:
        _run(db, 1, _FIRST)

    @migrations(name="002_rooms_and_formats")
    def second(db: Database) -> None:
        _run(db, 2, _SECOND)

    @migrations(name="003_pictures_and_votes")
    def third(db: Database) -> None:
        _run(db, 3, _THIRD)

    return migrations


def _run(db: Database, reached: int, statements: str) -> None:
    """A migration's statements; the version is part of them, so that file and version are never at odds."""
    for statement in filter(str.strip, statements.split(";")):
        db.execute(statement)
    db.execute(f"PRAGMA user_version = {reached}")


def version(connection: sqlite3.Connection) -> int:
    """The schema a file has; 0 for an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection, application_id: int) -> None:
    """Bring the file to `SCHEMA_VERSION`; each migration in a transaction with the record of it."""
    from sqlite_utils import Database

    connection.execute(f"PRAGMA application_id = {application_id}")
    _migrations().apply(Database(connection))
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
