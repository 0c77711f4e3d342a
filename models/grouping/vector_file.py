"""Where what sentences mean is kept from one day to the next: outside the workspace, and of no use without it.

A file holds a row of half-precision numbers for each text, under a keyed hash of the text. The encoder is public, so
numbers alone would tell whoever guesses a sentence that it was written: they are covered with a stream made of the key
too, and a keyed sum tells whether the file is whole. The key lies in the workspace's folder and nowhere else: without
the workspace the file is noise.

It is only there to save time. A file that is damaged, foreign or of another version is as good as none, and one that
cannot be written is not missed.
"""

import hashlib
import os
import secrets
import struct
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from time import time

KEY_BYTES = DIGEST_BYTES = 32
HASH_BYTES = 16
KEY_FILE = "meaning.key"
SUFFIX = ".vectors"

_MAGIC = b"minaoshi vectors"
_HEAD = struct.Struct("<16s16s16sII")
_MOST_BYTES = 64 * 1024 * 1024
_FORGOTTEN_AFTER = 180 * 24 * 3600.0


def digest(text: str, key: bytes) -> bytes:
    """The hash that stands for a text, 16 bytes."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=HASH_BYTES, key=key).digest()


class VectorFile:
    """One workshop's file at `path`; nothing about it is ever an error. `key` has 32 bytes."""

    def __init__(self, path: Path, key: bytes) -> None:
        self.path = path
        self.key = key

    def read(self, made_by: bytes) -> dict[bytes, bytes]:
        """Rows by hash, as they were written by the same `made_by` (16 bytes); nothing if the file is not like that."""
        try:
            if self.path.stat().st_size > _MOST_BYTES:
                return {}
            data = self.path.read_bytes()
        except OSError:
            return {}
        return self._rows(data, made_by)

    def _rows(self, data: bytes, made_by: bytes) -> dict[bytes, bytes]:
        whole, seal = data[:-DIGEST_BYTES], data[-DIGEST_BYTES:]
        if len(whole) < _HEAD.size or not secrets.compare_digest(seal, self._seal(whole)):
            return {}
        magic, maker, nonce, count, width = _HEAD.unpack_from(whole)
        step = HASH_BYTES + width
        if magic != _MAGIC or maker != made_by or len(whole) != _HEAD.size + count * step:
            return {}
        body = self._covered(whole[_HEAD.size :], nonce)
        starts = range(0, len(body), step)
        return {body[start : start + HASH_BYTES]: body[start + HASH_BYTES : start + step] for start in starts}

    def write(self, rows: Mapping[bytes, bytes], made_by: bytes) -> None:
        """Keep these rows, all equally long, in place of what was kept; without any there is no file."""
        if not rows:
            self.forget()
            return
        nonce, width = secrets.token_bytes(16), len(next(iter(rows.values())))
        body = b"".join(part for row in sorted(rows.items()) for part in row)
        whole = _HEAD.pack(_MAGIC, made_by, nonce, len(rows), width) + self._covered(body, nonce)
        with suppress(OSError):
            _replace(self.path, whole + self._seal(whole))

    def forget(self) -> None:
        """Delete the file."""
        with suppress(OSError):
            self.path.unlink(missing_ok=True)

    def _seal(self, whole: bytes) -> bytes:
        return hashlib.blake2b(whole, key=self.key, digest_size=DIGEST_BYTES, person=b"seal").digest()

    def _covered(self, body: bytes, nonce: bytes) -> bytes:
        """`body` covered, or uncovered again: exclusive or with a stream that the key and a number used once make."""
        seed = hashlib.blake2b(nonce, key=self.key, digest_size=DIGEST_BYTES, person=b"cover").digest()
        stream = hashlib.shake_256(seed).digest(len(body))
        return (int.from_bytes(body, "little") ^ int.from_bytes(stream, "little")).to_bytes(len(body), "little")


def _replace(path: Path, data: bytes) -> None:
    """Write beside `path` and move over it, for this user's eyes only."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, part = tempfile.mkstemp(dir=path.parent, suffix=".part")  # 0600 where the system knows rights
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.replace(part, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(part)
        raise


class VectorFolder:
    """The files of one workspace, below `cache`: a folder for it, a file for each workshop, both named by the key."""

    def __init__(self, cache: Path, workspace: Path) -> None:
        self._all = cache / "meaning"
        self._workspace = workspace

    def file(self, workshop_id: str) -> VectorFile | None:
        """The file of a workshop; None where the workspace's key can be neither read nor made."""
        key = _key(self._workspace / KEY_FILE)
        if key is None:
            return None
        own = hashlib.blake2b(workshop_id.encode(), key=key, digest_size=KEY_BYTES, person=b"workshop").digest()
        return VectorFile(self._folder(key) / _name(workshop_id, key), own)

    def keep_only(self, workshop_ids: Iterable[str]) -> None:
        """Delete the files of all other workshops, and what no workspace has used for half a year."""
        key = _key(self._workspace / KEY_FILE)
        if key is None:
            return
        own, kept = self._folder(key), {_name(workshop_id, key) for workshop_id in workshop_ids}
        for path in _listed(own):
            if path.name not in kept:
                _delete_ours(path)
        for folder in _listed(self._all):
            if folder != own and _is_forgotten(folder):
                for path in _listed(folder):
                    _delete_ours(path)
                with suppress(OSError):
                    folder.rmdir()

    def _folder(self, key: bytes) -> Path:
        return self._all / hashlib.blake2b(key=key, digest_size=8, person=b"workspace").hexdigest()


def _name(workshop_id: str, key: bytes) -> str:
    return hashlib.blake2b(workshop_id.encode(), key=key, digest_size=12, person=b"name").hexdigest() + SUFFIX


def _key(path: Path) -> bytes | None:
    """The workspace's key, made when there is none or it is damaged; None where that cannot be."""
    try:
        key = path.read_bytes()
        if len(key) == KEY_BYTES:
            return key
    except FileNotFoundError:
        pass
    except OSError:
        return None
    key = secrets.token_bytes(KEY_BYTES)
    try:
        _replace(path, key)
    except OSError:
        return None
    return key


def _listed(folder: Path) -> list[Path]:
    try:
        return [] if folder.is_symlink() else sorted(folder.iterdir())
    except OSError:
        return []


def _delete_ours(path: Path) -> None:
    """Delete one of our files, or a half-written one."""
    if path.suffix in (SUFFIX, ".part"):
        with suppress(OSError):
            path.unlink()


def _is_forgotten(folder: Path) -> bool:
    try:
        return time() - folder.stat().st_mtime > _FORGOTTEN_AFTER
    except OSError:
        return False
