"""Finds the dbt project of a repository and runs dbt on it, in this process."""

import os
from pathlib import Path
from typing import List, Optional, Tuple

from dbt.cli.main import dbtRunner, dbtRunnerResult
from dbt_common.events.base_types import EventLevel, EventMsg

from outcome import hidden

#: Name of the database, which dbt-duckdb takes from the name of the file.
WAREHOUSE = "retail.duckdb"


def find_project(repository: Path) -> Path:
    """The folder of the one ``dbt_project.yml`` of the repository."""
    found = [
        path.parent
        for path in sorted(repository.rglob("dbt_project.yml"))
        if not hidden(path.relative_to(repository))
    ]
    if len(found) != 1:
        raise SystemExit(
            f"expected one dbt_project.yml below {repository}, found {len(found)}"
        )
    return found[0]


def warehouse_path(repository: Path) -> Path:
    """The database of the run: beside the copy, never in it."""
    return repository.parent / "warehouse" / WAREHOUSE


def invoke(repository: Path, *arguments: str) -> Tuple[dbtRunnerResult, List[str]]:
    """Runs one dbt command; returns its result and its warnings and errors."""
    project = find_project(repository)
    warehouse = warehouse_path(repository)
    warehouse.parent.mkdir(exist_ok=True)
    os.environ["RETAIL_DUCKDB_PATH"] = str(warehouse)
    complaints: List[str] = []

    def listen(event: EventMsg) -> None:
        if event.info.level in (EventLevel.WARN, EventLevel.ERROR):
            complaints.append(f"{event.info.name}: {event.info.msg.strip()}")

    output = repository.parent / "dbt"
    result = dbtRunner(callbacks=[listen]).invoke([
        *arguments,
        "--project-dir", str(project),
        "--profiles-dir", str(project),
        "--target-path", str(output / "target"),
        "--log-path", str(output / "logs"),
        "--no-partial-parse",
        "--no-use-colors",
    ])
    return result, complaints


def exception_of(result: dbtRunnerResult) -> Optional[str]:
    """Why dbt itself gave up, where it did."""
    return None if result.exception is None else str(result.exception).strip()
