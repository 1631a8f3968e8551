"""Every mart tells who owns it, what it is, how often it is renewed, its tier.

Reads the manifest that ``dbt_build.py`` left: what dbt understood, not what the
files look like.
"""

import json
from pathlib import Path

from outcome import Outcome

FREQUENCIES = {"hourly", "daily", "weekly", "monthly", "on-demand"}


def run(repository: Path) -> Outcome:
    outcome = Outcome()
    manifest_path = repository.parent / "dbt" / "target" / "manifest.json"
    manifest = json.loads(manifest_path.read_text(encoding="utf-8"))
    groups = {group["name"] for group in manifest["groups"].values()}
    tested = {
        node.get("attached_node")
        for node in manifest["nodes"].values()
        if node["resource_type"] == "test"
    } | {
        parent
        for node in manifest["nodes"].values()
        if node["resource_type"] == "test" and not node.get("attached_node")
        for parent in node["depends_on"]["nodes"]
    }
    marts = [
        node for node in manifest["nodes"].values()
        if node["resource_type"] == "model" and "marts" in node["fqn"]
    ]
    for mart in marts:
        meta = mart["config"]["meta"]
        wanted = {
            "a group of groups.yml": mart["config"].get("group") in groups,
            "a description": bool(mart["description"].strip()),
            "an owner": str(meta.get("owner", "")).startswith("group:"),
            "an update frequency": meta.get("update_frequency") in FREQUENCIES,
            "a sensitivity tier": meta.get("sensitivity_tier") in (1, 2, 3, 4),
            "an enforced contract": mart["contract"]["enforced"] is True,
            "a test": mart["unique_id"] in tested,
        }
        for what, given in wanted.items():
            if not given:
                outcome.problem(f"{mart['name']}: lacks {what}")
        for column in mart["columns"].values():
            if not column["description"].strip():
                outcome.problem(f"{mart['name']}.{column['name']}: lacks a description")
    if not marts:
        outcome.problem("the project has no mart")
    outcome.detail = ", ".join(sorted(mart["name"] for mart in marts))
    return outcome


if __name__ == "__main__":
    Outcome.main(run)
