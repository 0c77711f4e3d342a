"""The gong's file is what its maker makes."""

import importlib.util
import wave
from pathlib import Path

from ui.run.gong import GONG


def test_gong_is_what_the_generator_writes(tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("make_gong", GONG.with_name("make_gong.py"))
    assert spec is not None
    assert spec.loader is not None
    maker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)
    maker.write(tmp_path / "gong.wav")
    assert (tmp_path / "gong.wav").read_bytes() == GONG.read_bytes()


def test_gong_is_short_and_small_when_it_is_shipped() -> None:
    with wave.open(str(GONG), "rb") as sound:
        assert sound.getnframes() / sound.getframerate() < 2
    assert GONG.stat().st_size < 200_000
