"""Write the score tables of docs/quality.md and README.md from the scorer's JSON.

    .venv/bin/python tools/quality.py scores.json      the scorer's output, all layers in one list

Rows, targets and the peers' figures are in quality_rows.txt; a metric that the scores lack leaves its old row out.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
HEAD = "| what | ours | target | beside it, on the same documents |\n|---|---|---|---|\n"
# Rows that the README shows, by (gold, metric).
FRONT = {
    ("timebank", "value F1"), ("news_intervals", "interval equal F1"), ("newsquant", "value F1"), ("polnear-dev", "end-to-end F1, speech"),
    ("gum_news_dev", "CoNLL F1, actors, head"), ("geowebnews_dev", "F1@161km, end to end"), ("plover-dev", "type F1"),
    ("factbank-dev", "macro-F1, found"), ("reports", "core F1"), ("reports", "full F1"),
}  # fmt: skip


def main() -> None:
    """Fill both tables between their markers."""
    scores = {run["gold"]: run["metrics"] for run in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))}
    whole, front = [], []
    for line in (ROOT / "tools/quality_rows.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            whole.append(f"| **{line.strip('[]')}** | | | |")
        elif line and not line.startswith("#"):
            gold, metric, words, target, beside = (part.strip() for part in line.split("|"))
            if metric in scores.get(gold, {}):
                row = f"| {words} | **{shown(scores[gold][metric])}** | {target} | {beside} |"
                whole.append(row)
                front += [row.replace(f" | {target} |", " |")] if (gold, metric) in FRONT else []
    fill(ROOT / "docs/quality.md", HEAD + "\n".join(whole))
    fill(
        ROOT / "README.md",
        HEAD.replace(" target |", "").replace("|---|---|---|---|", "|---|---|---|") + "\n".join(front),
    )


def shown(value: float) -> str:
    """Three digits without the leading nought."""
    return f"{value:.3f}".removeprefix("0") if value < 1 else f"{value:.2f}"


def fill(path: Path, table: str) -> None:
    """Put a table between `<!-- scores -->` and `<!-- /scores -->`."""
    text = path.read_text(encoding="utf-8")
    path.write_text(
        re.sub(r"(<!-- scores -->).*?(<!-- /scores -->)", rf"\1\n{table}\n\2", text, flags=re.S), encoding="utf-8"
    )


if __name__ == "__main__":
    main()
