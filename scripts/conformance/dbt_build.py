"""One ``dbt build`` on an empty database: everything is made, every test holds."""

from collections import Counter
from pathlib import Path

from dbt_project import exception_of, invoke, warehouse_path
from outcome import Outcome

#: Exposures are listed by `dbt build`, which has nothing to do for them.
GOOD = {"success", "pass", "no-op"}


def run(repository: Path) -> Outcome:
    outcome = Outcome()
    warehouse_path(repository).unlink(missing_ok=True)
    result, _ = invoke(repository, "build")
    statuses = Counter()
    for node in getattr(result.result, "results", []):
        status = str(node.status)
        statuses[status] += 1
        if status not in GOOD:
            message = (node.message or "no message").strip()
            outcome.problem(f"{status} {node.node.unique_id}: {message}")
    if not result.success and not outcome.problems:
        outcome.problem(exception_of(result) or "dbt build failed")
    if not statuses["success"]:
        outcome.problem("dbt build made nothing")
    outcome.detail = ", ".join(
        f"{count} {status}" for status, count in sorted(statuses.items())
    )
    return outcome


if __name__ == "__main__":
    Outcome.main(run)
