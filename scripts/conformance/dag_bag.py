"""Airflow imports every pipeline, without the network and without an error."""

import logging
import os
import socket
from datetime import datetime, timezone
from pathlib import Path

import yaml

from outcome import Outcome

#: Files of the DAGs folder that are not pipelines.
DEFAULTS = ("defaults.yml", "defaults.yaml")


def refuse(*_arguments):
    raise OSError("the import of a DAG must not use the network")


def run(repository: Path) -> Outcome:
    outcome = Outcome()
    folder = repository / "dags"
    os.environ["AIRFLOW__CORE__DAGS_FOLDER"] = str(folder)
    socket.socket.connect = refuse
    socket.getaddrinfo = refuse

    from airflow.dag_processing.dagbag import DagBag

    logging.getLogger("dagfactory").setLevel(logging.WARNING)
    bag = DagBag(dag_folder=str(folder))
    for path, error in bag.import_errors.items():
        where = Path(path)
        if where.is_absolute():
            where = where.relative_to(repository)
        outcome.problem(f"{where}: {error.strip()}")
    if outcome.problems:
        return outcome

    expected = set()
    for path in sorted([*folder.glob("*.yml"), *folder.glob("*.yaml")]):
        if path.name not in DEFAULTS:
            expected |= set(yaml.safe_load(path.read_text(encoding="utf-8")))
    expected -= {"default", "task_groups"}
    for missing in sorted(expected - set(bag.dags)):
        outcome.problem(f"{missing}: in a YAML file, but no DAG")

    for dag_id, dag in sorted(bag.dags.items()):
        if dag.catchup:
            outcome.problem(f"{dag_id}: catchup is on")
        if not dag.tasks:
            outcome.problem(f"{dag_id}: has no task")
        if not dag.start_date or dag.start_date > datetime.now(timezone.utc):
            outcome.problem(f"{dag_id}: has no start date in the past")
        for task in dag.tasks:
            if task.owner == "airflow":
                outcome.problem(f"{dag_id}.{task.task_id}: has no owner")
    if not bag.dags:
        outcome.problem("no DAG was found")
    outcome.detail = ", ".join(sorted(bag.dags))
    return outcome


if __name__ == "__main__":
    Outcome.main(run)
