"""What the files say of columns is what the warehouse has, in name and type.

Reads the database and the manifest that ``dbt_build.py`` left. dbt itself
compares only models with an enforced contract.
"""

import json
from pathlib import Path

import duckdb

from dbt_project import warehouse_path
from outcome import Outcome


def run(repository: Path) -> Outcome:
    outcome = Outcome()
    manifest_path = repository.parent / "dbt" / "target" / "manifest.json"
    manifest = json.loads(manifest_path.read_text(encoding="utf-8"))
    connection = duckdb.connect(str(warehouse_path(repository)), read_only=True)

    def canonical(data_type: str) -> str:
        """The name that DuckDB itself gives the type: `int` is `INTEGER`."""
        return str(connection.sql(f"select cast(null as {data_type}) as x").types[0])

    relations = 0
    nodes = [*manifest["nodes"].values(), *manifest["sources"].values()]
    for node in nodes:
        if node["resource_type"] not in ("model", "seed", "source"):
            continue
        if node["config"].get("materialized") == "ephemeral":
            continue
        relations += 1
        name = node["unique_id"]
        relation = connection.sql(f"select * from {node['relation_name']} limit 0")
        actual = dict(zip(relation.columns, map(str, relation.types)))
        declared = node["columns"]
        for column in declared.values():
            if column["name"] not in actual:
                outcome.problem(f"{name}: no column {column['name']} in the warehouse")
            elif not column.get("data_type"):
                outcome.problem(f"{name}.{column['name']}: no data_type")
            elif canonical(column["data_type"]) != actual[column["name"]]:
                outcome.problem(
                    f"{name}.{column['name']}: declared {column['data_type']}, "
                    f"is {actual[column['name']]}"
                )
        for column in actual:
            if column not in declared:
                outcome.problem(f"{name}: column {column} is not described")
    outcome.detail = f"{relations} relations"
    return outcome


if __name__ == "__main__":
    Outcome.main(run)
