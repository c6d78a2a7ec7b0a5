"""What holds of the files in the tree: one list of what is needed, no machine paths, no registry addresses."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# Put together here, so that this file does not hold what it looks for.
MACHINE = re.compile(rb"(?<![\w.~-])/(?:" + b"|".join([b"work", b"tmp", b"home", b"root", b"Users", b"mnt"]) + rb")/\w")
REGISTRY = re.compile(
    rb"https?://[^\s\"'<>)]*(?:/simple\b|py"
    + rb"pi\.|files\.python"
    + rb"hosted|arti"
    + rb"factory|ne"
    + rb"xus)|--(?:extra-)?index-url[ =]"
)


def tracked():
    try:
        done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout")
    return [path for name in done.stdout.decode().split("\0") if name and (path := ROOT / name).is_file()]


def needed(lines):
    return {line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")}


def test_one_list_of_what_is_needed():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    run_in = (ROOT / "requirements" / "run.in").read_text(encoding="utf-8").splitlines()
    assert needed(run_in) == set(project["dependencies"])


def test_every_pin_has_a_hash():
    pins = (ROOT / "requirements" / "dev.txt").read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    names = {line.split("==")[0] for line in pins if "==" in line}
    assert all("--hash=sha256:" in line for line in pins if "==" in line)
    wanted = {
        re.split(r"[<>=]", one)[0]
        for one in needed((ROOT / "requirements" / "run.in").read_text(encoding="utf-8").splitlines())
    }
    assert wanted <= names


@pytest.mark.parametrize("kind", [MACHINE, REGISTRY], ids=["machine path", "registry address"])
def test_no_file_holds_an_address_of_one_machine(kind):
    found = [(str(path.relative_to(ROOT)), hit[0]) for path in tracked() if (hit := kind.search(path.read_bytes()))]
    assert found == []


@pytest.mark.parametrize("line", [b"see /wo" + b"rk/main", b"'/tm" + b"p/x'", b"/ho" + b"me/ann/x"])
def test_machine_paths_are_recognised(line):
    assert MACHINE.search(line)


@pytest.mark.parametrize("line", [b"the home/work/school triangle", b"at/work/today", b"https://a.b/tmp/", b"and/or"])
def test_other_slashes_are_not(line):
    assert not MACHINE.search(line)
