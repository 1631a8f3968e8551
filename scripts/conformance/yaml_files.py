"""All YAML of a repository is read by PyYAML, as dbt and Airflow read it.

PyYAML silently keeps the last of two equal keys, so those are looked for.
"""

from pathlib import Path

import yaml

from outcome import Outcome, hidden


class StrictLoader(yaml.SafeLoader):
    """A safe loader that refuses a key given twice."""


def mapping_without_doubles(loader, node):
    seen = set()
    for key_node, _ in node.value:
        key = loader.construct_object(key_node, deep=True)
        if key in seen:
            raise yaml.constructor.ConstructorError(
                "while reading a mapping", node.start_mark,
                f"the key {key!r} is given twice", key_node.start_mark,
            )
        seen.add(key)
    return loader.construct_mapping(node, deep=True)


StrictLoader.add_constructor(
    yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, mapping_without_doubles
)


def run(repository: Path) -> Outcome:
    outcome = Outcome()
    count = 0
    for path in sorted(repository.rglob("*")):
        relative = path.relative_to(repository)
        if path.suffix not in (".yml", ".yaml") or hidden(relative):
            continue
        count += 1
        try:
            with open(path, encoding="utf-8") as file:
                list(yaml.load_all(file, Loader=StrictLoader))
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            outcome.problem(f"{relative}: {error}")
    outcome.detail = f"{count} files"
    if count == 0:
        outcome.problem("the repository has no YAML file")
    return outcome


if __name__ == "__main__":
    Outcome.main(run)
