"""The interface's language: msgids are English, Japanese is the default and complete.

Papers are Japanese documents in either language and take nothing from here.
"""

import gettext as _gettext
from pathlib import Path

LANGUAGES = ("ja", "en")
DOMAIN = "minaoshi"
LOCALE_DIR = Path(__file__).parent.parent / "assets" / "locale"


class _Current:
    """The catalogue in use; it starts as Japanese the first time a message is asked for."""

    code = "ja"
    catalogue: _gettext.NullTranslations | None = None


def use_language(code: str) -> None:
    """Speak `code` ("ja" or "en") from now on. Raises ValueError for any other."""
    if code not in LANGUAGES:
        raise ValueError(f"no such language: {code}")
    _Current.code = code
    _Current.catalogue = (
        _gettext.NullTranslations() if code == "en" else _gettext.translation(DOMAIN, LOCALE_DIR, languages=[code])
    )


def current_language() -> str:
    """The code of the language in use."""
    return _Current.code


def _catalogue() -> _gettext.NullTranslations:
    if _Current.catalogue is None:
        use_language(_Current.code)
    assert _Current.catalogue is not None
    return _Current.catalogue


def gettext(message: str) -> str:
    """`message` in the interface's language."""
    return _catalogue().gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """The form of a message that fits `count`."""
    return _catalogue().ngettext(singular, plural, count)
