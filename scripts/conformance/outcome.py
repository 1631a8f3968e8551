"""How a check tells its result: one JSON file, whatever it printed."""

import json
import sys
from pathlib import Path
from typing import Callable, List


def hidden(relative: Path) -> bool:
    """Whether a path belongs to a tool's output or to git, not to the project."""
    parts = relative.parts
    return parts[0] == ".git" or any(
        part in ("target", "dbt_packages", "logs") for part in parts
    )


class Outcome:
    """What was looked at (``detail``) and what is wrong (``problems``)."""

    def __init__(self) -> None:
        self.detail = ""
        self.problems: List[str] = []

    def problem(self, text: str) -> None:
        self.problems.append(text)

    @staticmethod
    def main(run: Callable[[Path], "Outcome"]) -> None:
        """Runs a check on ``argv[1]`` and writes its outcome to ``argv[2]``."""
        outcome = run(Path(sys.argv[1]).resolve())
        Path(sys.argv[2]).write_text(
            json.dumps({"detail": outcome.detail, "problems": outcome.problems}),
            encoding="utf-8",
        )
