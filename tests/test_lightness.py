"""What must start at once does not load the heavy parts."""

import subprocess
import sys

import pytest

from onrecord.ledger import Store

HEAVY = ("spacy", "trafilatura", "lxml", "py3langid", "charset_normalizer", "numpy", "altair", "vl_convert")

LIGHT = [
    "import onrecord",
    "import onrecord.intake",
    "import onrecord; onrecord.read",
    "import onrecord.intake as i; i.from_text('The bank closed on Monday, officials said, and they would not say why it was.')",
]


def modules_after(code):
    shown = f"{code}\nimport sys; print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", shown], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


@pytest.mark.parametrize("code", LIGHT)
def test_imports_stay_light(code):
    assert not modules_after(code) & set(HEAVY)


# Commands that only read a ledger.
READERS = ["ls", "show 1", "search word", "verify", "same", "origins --fact 1:f1", "series --in IRQ", "conflicts", "promises", "timeline",
           "asof --held-on 2020-09-10", "cite 1:f1", "export --format csv", "compare mine.csv", "accept 1:f1", "undo", "judgements", "review", "audit --sample 3"]  # fmt: skip


@pytest.mark.parametrize("command", READERS)
def test_what_reads_a_ledger_does_not_load_the_reader(tmp_path, command):
    Store(tmp_path / "a.ledger", write=True).close()
    name, *rest = command.split()
    words = ["onrecord", name, str(tmp_path / "a.ledger"), *rest]
    code = f"import sys\nfrom onrecord.__main__ import main\nsys.argv = {words!r}\ntry: main()\nexcept SystemExit: pass"
    assert not modules_after(code) & {*HEAVY, "rensa", "polars"}


def test_help_does_not_load_spacy():
    code = "import sys\nfrom onrecord.__main__ import main\nsys.argv = ['onrecord', '--help']\ntry: main()\nexcept SystemExit: pass"
    assert not modules_after(code) & {"spacy", "trafilatura", "py3langid"}
