"""dbt reads the project without a single warning or deprecation."""

from pathlib import Path

from dbt.version import get_installed_version

from dbt_project import exception_of, invoke
from outcome import Outcome


def run(repository: Path) -> Outcome:
    outcome = Outcome()
    result, complaints = invoke(repository, "parse", "--show-all-deprecations")
    for complaint in complaints:
        outcome.problem(complaint)
    if not result.success and not complaints:
        outcome.problem(exception_of(result) or "dbt parse failed")
    if result.success:
        manifest = result.result
        models = [
            node for node in manifest.nodes.values()
            if node.resource_type == "model"
        ]
        version = get_installed_version().to_version_string(skip_matcher=True)
        outcome.detail = f"dbt {version}, {len(models)} models"
    return outcome


if __name__ == "__main__":
    Outcome.main(run)
