"""The help as a new user sees it: whole sentences, the reading of one report first."""

import pytest
from typer.testing import CliRunner

from onrecord.views.cli.app import app

COMMANDS = ["read", "export", "why", "schema", "layers", "add", "ls", "show", "search", "rm", "verify", "same", "origins", "series", "conflicts",
            "promises", "timeline", "asof", "compare", "cite", "accept", "reject", "correct", "same-as", "not-same", "undo", "judgements", "review", "audit", "reread"]  # fmt: skip


def shown(*arguments):
    done = CliRunner().invoke(app, arguments, env={"COLUMNS": "80", "TERMINAL_WIDTH": "80"})
    assert done.exit_code == 0
    return done.stdout


def test_every_command_has_a_whole_sentence_in_the_list():
    listed = shown("--help").partition("Commands:\n")[2].splitlines()
    assert [line.split()[0] for line in listed] == COMMANDS
    assert [line for line in listed if not line.endswith(".") or line.endswith("...")] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command):
    assert shown(command, "--help").startswith(f"Usage: root {command}")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_docs(command, request):
    docs = (request.config.rootpath / "docs" / "commands.md").read_text(encoding="utf-8")
    assert f"## onrecord {command}" in docs
