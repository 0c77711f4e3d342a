"""Makes gong.wav, the calm sound at the end of an item: `python assets/sounds/make_gong.py`.

Five partials of a struck bell, each dying away on its own; 1.6 s, mono, 16 bit. The same bytes on every machine that
rounds as IEEE 754 asks.
"""

import math
import struct
import wave
from pathlib import Path

RATE = 22_050
SECONDS = 1.6
LOUDEST = 0.55
PARTIALS = ((220.0, 1.0, 2.2), (440.5, 0.55, 3.0), (592.0, 0.30, 4.2), (880.9, 0.22, 5.5), (1_187.0, 0.10, 8.0))
"""Frequency in Hz, strength, and how fast it dies away (1/s)."""


def loudness(second: float) -> float:
    """The wave at a time, within -1..1: soft in the first 8 ms, silent at the end."""
    swing = sum(power * math.exp(-decay * second) * math.sin(math.tau * hz * second) for hz, power, decay in PARTIALS)
    edges = min(1.0, second / 0.008, (SECONDS - second) / 0.15)
    return LOUDEST * edges * swing / sum(power for _hz, power, _decay in PARTIALS)


def frames() -> bytes:
    """The whole sound as little-endian 16-bit samples."""
    samples = (round(32_767 * loudness(index / RATE)) for index in range(round(RATE * SECONDS)))
    return b"".join(struct.pack("<h", sample) for sample in samples)


def write(path: Path) -> None:
    """Write the sound as a WAV file."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(frames())


if __name__ == "__main__":
    write(Path(__file__).with_name("gong.wav"))
