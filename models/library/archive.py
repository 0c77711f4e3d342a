"""A zip with exactly one byte sequence for given contents.

Entries are stored uncompressed with fixed dates, attributes and order, so an archive can be proven whole by packing
what was found in it once more: whatever is not the same bytes was damaged or made by other hands. With that there is
nothing to inflate, no name that leads out, no link, no password, no comment and no room for anything else.
"""

import re
import struct
import zlib
from collections.abc import Mapping

FIRST_NAME = "manifest.json"
"""The entry that comes before all others, so that it can be read however the rest is kept."""
MAX_ENTRIES = 16

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}\.[a-z0-9]{1,8}")
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_LOCAL_MARK, _CENTRAL_MARK, _END_MARK = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_VERSION = 20
_MADE_ON_UNIX = 3 << 8 | _VERSION
_PLAIN_FILE = 0o100644 << 16
_FIRST_OF_1980 = 0x21


def pack(entries: Mapping[str, bytes]) -> bytes:
    """The archive of `entries` (name -> contents), `manifest.json` first and the rest by name.

    Raises ValueError for a name that is not plain lower-case ASCII with an ending, and for too many entries.
    """
    _check_names(entries)
    parts: list[bytes] = []
    directory, offset = b"", 0
    for name in sorted(entries, key=lambda name: (name != FIRST_NAME, name)):
        content, facts = entries[name], _facts(name, entries[name])
        header = _LOCAL.pack(_LOCAL_MARK, *facts) + name.encode()
        parts += (header, content)
        directory += _CENTRAL.pack(_CENTRAL_MARK, _MADE_ON_UNIX, *facts, 0, 0, 0, _PLAIN_FILE, offset) + name.encode()
        offset += len(header) + len(content)
    count = len(entries)
    end = _END.pack(_END_MARK, 0, 0, count, count, len(directory), offset, 0)
    return b"".join((*parts, directory, end))


def _check_names(entries: Mapping[str, bytes]) -> None:
    if len(entries) > MAX_ENTRIES:
        raise ValueError("too many entries")
    if not all(_NAME.fullmatch(name) for name in entries):
        raise ValueError("an entry's name is not plain")


def _facts(name: str, content: bytes) -> tuple[int, ...]:
    """What both headers of an entry say, from the version needed to the length of the extra field."""
    size = len(content)
    return (_VERSION, 0, 0, 0, _FIRST_OF_1980, zlib.crc32(content), size, size, len(name), 0)


def unpack(data: bytes) -> dict[str, bytes]:
    """The entries of an archive that `pack` made. Raises ValueError when a single byte is otherwise."""
    entries: dict[str, bytes] = {}
    at = 0
    while data[at : at + 4] == _LOCAL_MARK:
        if len(entries) == MAX_ENTRIES:
            raise ValueError("too many entries")
        name, content, at = _entry(data, at)
        entries[name] = content
    if pack(entries) != data:
        raise ValueError("the archive is not as it was written")
    return entries


def first_entry(data: bytes) -> bytes:
    """The contents of `manifest.json`, whatever follows it. Raises ValueError when it is not there or damaged."""
    name, content, _ = _entry(data, 0)
    if name != FIRST_NAME:
        raise ValueError("the manifest does not come first")
    return content


def _entry(data: bytes, at: int) -> tuple[str, bytes, int]:
    """Name, contents and end of the entry whose header begins at `at`."""
    start = at + _LOCAL.size
    if len(data) < start:
        raise ValueError("the archive ends too early")
    mark, _, flags, method, _, _, crc, size, _, name_length, extra_length = _LOCAL.unpack_from(data, at)
    if mark != _LOCAL_MARK or flags or method or extra_length:
        raise ValueError("an entry is not plainly stored")
    name, end = data[start : start + name_length], start + name_length + size
    content = data[start + name_length : end]
    if end > len(data) or zlib.crc32(content) != crc:
        raise ValueError("an entry is damaged")
    return name.decode("ascii"), content, end
