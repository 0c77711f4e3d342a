"""Qt's own words (file dialogs, the menus of text fields) in the interface's language."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator


class _Installed:
    translator: QTranslator | None = None


def qt_speaks(language: str) -> None:
    """Have Qt's own words in `language` from now on; English is what it speaks by itself."""
    app = QCoreApplication.instance()
    if app is None:
        return
    if _Installed.translator is not None:
        app.removeTranslator(_Installed.translator)
        _Installed.translator = None
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if language != "en" and translator.load(f"qtbase_{language}", folder):
        app.installTranslator(translator)
        _Installed.translator = translator
