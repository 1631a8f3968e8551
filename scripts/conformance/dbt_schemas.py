"""Properties and project files conform to the JSON schemas inside dbt-core.

These are the schemas of dbt v2, which refuses what dbt 1 only warns about.
dbt-core itself skips them for DuckDB.
"""

from datetime import date
from pathlib import Path

import yaml
from dbt.jsonschemas import JSONSCHEMAS_PATH
from dbt.jsonschemas.jsonschemas import project_schema, resources_schema
from jsonschema.validators import Draft7Validator, extend

from dbt_project import find_project
from outcome import Outcome, hidden

# PyYAML reads 2026-01-01 as a date, where the schema expects a string.
type_of = Draft7Validator.TYPE_CHECKER.redefine(
    "string", lambda _, value: isinstance(value, (str, date))
)
Validator = extend(Draft7Validator, type_checker=type_of)


def mended(schema: dict) -> dict:
    """The schema, able to say yes to a partition of BigQuery.

    It is exported from a type whose parts are flattened into one object; there
    each part refuses the keys of the others, so that no object is valid.
    """
    definitions = schema["definitions"]
    partition = definitions["BigqueryPartitionConfig"]
    time = definitions["TimeConfig"]
    merged = {
        **{key: value for key, value in partition.items() if key != "anyOf"},
        "properties": {**partition["properties"], **time["properties"]},
    }
    return {
        **schema,
        "definitions": {**definitions, "BigqueryPartitionConfig": merged},
    }


def run(repository: Path) -> Outcome:
    outcome = Outcome()
    project = find_project(repository)
    resources = Validator(mended(resources_schema()))
    count = 0
    # What the generator writes for warehouses that are not the project's own.
    others = repository.parent / "dialects"
    paths = [(project, path) for path in sorted(project.rglob("*.y*ml"))]
    paths += [(others, path) for path in sorted(others.rglob("*.y*ml"))]
    for folder, path in paths:
        relative = path.relative_to(folder)
        if hidden(relative) or path.name in ("profiles.yml", "packages.yml"):
            continue
        if path.name in ("dependencies.yml", "package-lock.yml", "selectors.yml"):
            continue
        validator = (
            Validator(project_schema())
            if path.name == "dbt_project.yml"
            else resources
        )
        count += 1
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        for error in validator.iter_errors(content):
            # An `anyOf` alone says nothing: its best guess says what is wrong.
            cause = min(error.context, key=lambda inner: -len(inner.path), default=error)
            where = "/".join(str(part) for part in cause.absolute_path)
            outcome.problem(f"{relative} at {where}: {cause.message[:300]}")
    outcome.detail = f"{count} files"
    if not Path(JSONSCHEMAS_PATH).is_dir() or count == 0:
        outcome.problem("no file or no schema to compare")
    return outcome


if __name__ == "__main__":
    Outcome.main(run)
