"""What goes wrong while a ledger is written: killed programs, several at once, a full disk, files that may not be written to.

    .venv/bin/python bench/faults.py [kills] [crowd] [full] [readonly] [--kills 200] [--reports 300]

All goes through the command line in processes of its own, with records as input. Exit code 1 and what happened when a ledger is not as it must be.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
from composed import composed
from variants import Variants, exact

import onrecord

ONRECORD = (sys.executable, "-m", "onrecord")
STARTED = 0.15  # seconds before which a process has hardly begun
READER = """
import sys, onrecord
for _ in range(int(sys.argv[2])):
    with onrecord.open(sys.argv[1]) as led:
        led.reports, led.same(), led.promises(), led.series(measure="troops"), led.store().search("troops")
"""
AS_NOBODY = """
import os, sys
from onrecord.__main__ import main
def run(*words):
    sys.argv[1:] = words
    try:
        main()
    except SystemExit as end:
        return end.code or 0
    return 0
own, source, *words = sys.argv[1:]
assert run("add", own, source) == run("ls", own) == 0  # whatever it imports, it imports now
if not os.getuid():
    os.setuid(65534)
sys.exit(run(*words))
"""


class Wrong(Exception):
    """A ledger is not as it must be."""


def main() -> None:
    """Run some of the trials."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("trials", nargs="*", default=list(TRIALS), metavar="|".join(TRIALS))
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--reports", type=int, default=300)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)  # for the trial that gives up its rights
        variants = Variants(composed(3))
        records = [exact(variants.make(number)) for number in range(args.reports)]
        for name in args.trials:
            try:
                print(f"{name}: {TRIALS[name](Path(folder), records, args)}")
            except Wrong as wrong:
                sys.exit(f"{name}: {wrong}")


def written(path: Path, records: list) -> Path:
    """Records as an input, one a line."""
    path.write_bytes(b"".join(msgspec.json.encode(record) + b"\n" for record in records))
    return path


def add(ledger: Path, source: Path, **how: object) -> subprocess.Popen:
    """Start adding."""
    return subprocess.Popen(
        [*ONRECORD, "add", str(ledger), str(source)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, **how
    )  # fmt: skip


def done(process: subprocess.Popen) -> None:
    """Wait for a process that must end well, and say nothing on standard error."""
    _, said = process.communicate()
    if process.returncode or said:
        raise Wrong(f"it ended with {process.returncode} and said: {said}")


def dump(ledger: Path) -> str:
    """A hash of all that a ledger holds."""
    with sqlite3.connect(ledger) as found:
        return hashlib.sha256("\n".join(found.iterdump()).encode()).hexdigest()


def hold(ledger: Path, count: int | None = None) -> None:
    """Check a ledger: nothing is off, nothing missing, and the facts that are kept are those that joining all figures at once makes."""
    from onrecord.reconcile.same import facts

    with onrecord.open(ledger) as led:
        wrong = led.verify()
        rows = led.store().figures()
        if count is not None and len(led.reports) != count:
            wrong.append(f"there are {len(led.reports)} reports, not {count}")
    kept, anew = (
        sorted(sorted(row.figure_id for row in fact.rows) for fact in facts(some))
        for some in (rows, [msgspec.structs.replace(row, fact=0) for row in rows])
    )
    if wrong or kept != anew or not all(row.fact for row in rows):
        raise Wrong("; ".join(wrong) or "the facts that are kept are others than those joined anew")


def kills(folder: Path, records: list, args: argparse.Namespace) -> str:
    """Kill an add at random moments, go on, until it is through; begin again until there were so many kills."""
    source = written(folder / "records.jsonl", records)
    whole, killed = folder / "whole.ledger", folder / "killed.ledger"
    started = time.perf_counter()
    done(add(whole, source))
    takes, as_it_must_be = time.perf_counter() - started, dump(whole)
    dice, count, ledgers, amid = random.Random(1), 0, 0, 0
    while count < args.kills:
        for left in folder.glob("killed.ledger*"):
            left.unlink()
        while True:
            process = add(killed, source)
            try:
                process.wait(dice.uniform(STARTED, takes) if count < args.kills else None)
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                process.communicate()
                count += 1
                amid += killed.exists()
                continue
            done(process)
            break
        ledgers += 1
        if dump(killed) != as_it_must_be:
            raise Wrong(f"ledger {ledgers} is not the one made without a kill")
        hold(killed, len(records))
    return f"{count} kills ({amid} with a file there), {ledgers} ledgers of {len(records)} reports, all equal to the one made without"


def crowd(folder: Path, records: list, _: argparse.Namespace) -> str:
    """Two programs write, four read."""
    half = len(records) // 2
    ledger = folder / "crowd.ledger"
    done(add(ledger, written(folder / "first.jsonl", records[:1])))
    sources = [
        written(folder / f"{name}.jsonl", some) for name, some in (("one", records[:half]), ("two", records[half:]))
    ]
    writers = [add(ledger, source) for source in sources]
    readers = [
        subprocess.Popen([sys.executable, "-c", READER, str(ledger), "4"], stderr=subprocess.PIPE, text=True) for _ in range(4)
    ]  # fmt: skip
    for process in (*writers, *readers):
        done(process)
    hold(ledger, len(records))
    return f"two writers and four readers at once, {len(records)} reports, nothing lost, no error"


def full(folder: Path, records: list, _: argparse.Namespace) -> str:
    """A file that may grow no further (a limit on its size), and a disk without room, where one can be made."""
    source = written(folder / "many.jsonl", records)
    whole, short = folder / "whole.ledger", folder / "short.ledger"
    done(add(whole, source))
    most = 4_000_000  # room for the tables and some reports, log and all
    _fails(add(short, source, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))), "disk")
    hold_read(short)
    done(add(short, source))
    if dump(short) != dump(whole):
        raise Wrong("what was added after the limit is not all that was missing")
    return f"a file of {most:,} bytes at most: told, intact, continued; {_small_disk(folder, source, most)}"


def _small_disk(folder: Path, source: Path, size: int) -> str:
    disk = folder / "disk"
    disk.mkdir()
    if not shutil.which("mount") or subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(disk)], capture_output=True, check=False
    ).returncode:  # fmt: skip
        return "no small disk could be made here, the limit stands for it"
    try:
        _fails(add(disk / "a.ledger", source), "the disk is full")
        hold_read(disk / "a.ledger")
    finally:
        subprocess.run(["umount", str(disk)], check=True)
    return f"a disk of {size:,} bytes: told, intact"


def readonly(folder: Path, records: list, _: argparse.Namespace) -> str:
    """A file, and then a folder, that may not be written to. Root may write anything: it gives up being root first."""
    place = folder / "place"
    place.mkdir()
    ledger, own = place / "a.ledger", folder / "own.ledger"
    first, more = written(folder / "some.jsonl", records[:10]), written(folder / "more.jsonl", records[10:20])
    done(add(ledger, first))
    before = dump(ledger)
    for file, mode in ((0o444, 0o777), (0o666, 0o555)):
        ledger.chmod(file)
        place.chmod(mode)
        _fails(_as_nobody(own, first, "add", ledger, more), "may not be written to")
        done(_as_nobody(own, first, "ls", ledger))
        place.chmod(0o777)
        if dump(ledger) != before:
            raise Wrong("the ledger changed")
    hold(ledger, 10)
    return "a file and a folder that may not be written to: told, intact, and still read"


def _as_nobody(own: Path, source: Path, *words: object) -> subprocess.Popen:
    """A command run by somebody who has no rights; what it imports is read before."""
    command = [sys.executable, "-c", AS_NOBODY, str(own), str(source), *map(str, words)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)


def _fails(process: subprocess.Popen, words: str) -> None:
    _, said = process.communicate()
    if not process.returncode or words not in said or "Traceback" in said:
        raise Wrong(f"it ended with {process.returncode} and said: {said or 'nothing'}")


def hold_read(ledger: Path) -> None:
    """Nothing that is there is off."""
    with onrecord.open(ledger) as led:
        if wrong := led.verify():
            raise Wrong("; ".join(wrong))


TRIALS: dict[str, Callable[[Path, list, argparse.Namespace], str]] = {
    "kills": kills, "crowd": crowd, "full": full, "readonly": readonly,
}  # fmt: skip

if __name__ == "__main__":
    main()
