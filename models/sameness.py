"""Which notes say the same. Width, case, the kind of kana and spaces make no difference."""

from collections.abc import Iterable

from models.text import search_key


def sameness(text: str) -> str:
    """Two notes say the same when this is equal."""
    return search_key(text) or text


class KnownTexts:
    """The texts of a board's notes by `sameness`, kept up to date one note at a time."""

    def __init__(self, texts: Iterable[tuple[str, str]] = ()) -> None:
        self._keys: dict[str, str] = {}
        self._ids: dict[str, dict[str, None]] = {}
        for note_id, text in texts:
            self.put(note_id, text)

    def put(self, note_id: str, text: str) -> None:
        """A note says this now."""
        key = sameness(text)
        if self._keys.get(note_id) == key:
            return
        self.drop(note_id)
        self._keys[note_id] = key
        self._ids.setdefault(key, {})[note_id] = None

    def drop(self, note_id: str) -> None:
        """A note is gone."""
        key = self._keys.pop(note_id, None)
        if key is not None:
            del self._ids[key][note_id]
            if not self._ids[key]:
                del self._ids[key]

    def same(self, text: str) -> list[str]:
        """The ids of the notes that say the same, in the order they became known."""
        return list(self._ids.get(sameness(text), ()))

    def __contains__(self, key: object) -> bool:
        return key in self._ids

    def keys(self) -> frozenset[str]:
        """What is known now, by `sameness`: a copy that stays as it is."""
        return frozenset(self._ids)
