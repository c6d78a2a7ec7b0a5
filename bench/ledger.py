"""A ledger of many reports: pace of adding, size of the file, time of the answers.

    .venv/bin/python bench/ledger.py [--reports 2000] [--seeds RECORDS.jsonl] [--keep FILE]

Reports are variants (bench/variants.py) of the records in a file, by default of reports that are put together from bench/sentences.txt and read first.
"""

from __future__ import annotations

import argparse
import gc
import sqlite3
import statistics
import tempfile
import time
import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
from variants import Variants

import onrecord
from onrecord.concepts.record import Record
from onrecord.views.ledger.stored import stored

TOGETHER = 100  # as `onrecord add` does
ROUNDS = 5


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=2000)
    parser.add_argument("--seeds", type=Path, help="records, one a line")
    parser.add_argument("--keep", type=Path, help="where the ledger stays; made anew if it is not there")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = args.keep or Path(folder) / "bench.ledger"
        if not path.exists():
            print_pace(add(path, seeds(args.seeds), args.reports))
        print_size(path)
        print_answers(path)


def seeds(path: Path | None) -> list[Record]:
    """Records to make others from."""
    if path is None:
        from composed import composed

        return composed()
    with path.open("rb") as lines:
        return [msgspec.json.decode(line, type=Record) for line in lines]


def add(path: Path, records: Sequence[Record], count: int) -> list[float]:
    """Add variants; CPU seconds a report in each tenth, making them left out."""
    variants = Variants(records)
    tenths = []
    with stored(path, write=True) as store:
        for tenth in range(10):
            gc.collect()
            gc.freeze()  # the records that others are made from are no part of a ledger's work
            spent = 0.0
            for at in range(tenth * count // 10, (tenth + 1) * count // 10):
                record = variants.make(at)
                started = time.process_time()
                store.add(record)
                if at % TOGETHER == TOGETHER - 1:
                    store.join()
                spent += time.process_time() - started
            tenths.append(spent / max(1, count // 10))
        store.join()
    return tenths


def print_pace(tenths: Sequence[float]) -> None:
    """Reports a second in the first and last tenth."""
    print(f"{'add, first tenth':<24}{1 / tenths[0]:10,.0f} reports a second of CPU")
    print(f"{'add, last tenth':<24}{1 / tenths[-1]:10,.0f} reports a second of CPU")
    print(
        f"{'last / first':<24}{tenths[-1] / tenths[0]:10.2f} times as long (tenths in ms: {' '.join(f'{1000 * one:.2f}' for one in tenths)})"
    )


def print_size(path: Path) -> None:
    """The file beside its deflated texts."""
    with sqlite3.connect(path) as ledger:
        ledger.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        texts = sum(
            len(zlib.compress(zlib.decompress(text), 9)) for (text,) in ledger.execute("SELECT text FROM report")
        )
        reports = ledger.execute("SELECT count(*) FROM report").fetchone()[0]
        figures = ledger.execute("SELECT count(*) FROM figure_row").fetchone()[0]
    size = path.stat().st_size
    print(f"{'reports, figures':<24}{reports:10,} {figures:,}; {texts / reports:,.0f} bytes of deflated text a report")
    print(f"{'file / deflated texts':<24}{size / texts:10.2f} ({size / 1e6:,.1f} MB)")


def print_answers(path: Path) -> None:
    """Milliseconds of each answer about the thing that most figures are about, in a process that runs."""
    with onrecord.open(path) as led:
        rows = led.store().figures(measure="troops")
        things = Counter(
            (row.subject_iso3, row.place_iso3)
            for row in rows
            if row.role == "level" and row.subject_iso3 and row.place_iso3
        )
        (of, in_), count = things.most_common(1)[0]
        print(f"the thing asked for: troops of {of} in {in_}, {count:,} levels")
        answers: dict[str, Callable[[], object]] = {
            "series": lambda: led.series(of=of, in_=in_, measure="troops"),
            "conflicts": lambda: led.conflicts(of=of, in_=in_, measure="troops"),
            "conflicts of a subject": lambda: led.conflicts(of=of),
            "same": lambda: led.same(of=of, in_=in_, measure="troops"),
            "promises": lambda: led.promises(of=of, in_=in_, measure="troops"),
            "as of": lambda: led.asof("2018-06-15", in_=in_),
            "search": lambda: led.store().search("troops withdraw"),
        }
        for name, answer in answers.items():
            print(f"{name:<24}{1000 * _seconds(answer):10,.1f} ms")


def _seconds(answer: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        answer()
        times.append(time.perf_counter() - started)
    return statistics.median(times)


if __name__ == "__main__":
    main()
