"""Whatever people type stays a text: every file is read back and compared.

Looks at the marts that ``free-texts.mjs`` wrote beside the copy of the
repository, with both loaders of PyYAML, with Jinja and with DuckDB's parser.
What may differ from what was typed, and nothing else: line ends are those of
git, halves of characters are U+FFFD, and space around a sentence is gone.
"""

import json
import re
from pathlib import Path
from typing import Any, List, Optional

import duckdb
import jinja2
import yaml

from outcome import Outcome

#: What JavaScript's ``trim`` takes for space.
SPACE = "\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff" + "".join(
    map(chr, range(0x2000, 0x200B))
)
LOADERS = [
    getattr(yaml, name)
    for name in ("SafeLoader", "CSafeLoader")
    if hasattr(yaml, name)
]
#: A text that dbt would run, such as ``env_var('X')``, without any braces.
CALL = re.compile(r"\s*(env_var|ref|var|source|doc)\s*\(.+\)\s*$", re.DOTALL)

JINJA = jinja2.Environment(undefined=jinja2.StrictUndefined)


def render(text: str, **names: Any) -> str:
    return JINJA.from_string(text).render(**names)


def meant(text: str, how: str) -> str:
    """What a file must say where a person typed the text."""
    if how != "authored":
        return text
    whole = re.sub("[\ud800-\udfff]", "\ufffd", text)
    return re.sub("\r\n?", "\n", whole).strip(SPACE)


def said(value: str, how: str) -> str:
    """What dbt, and where it is one the warehouse, makes of a YAML value."""
    if how == "argument" and CALL.match(value):
        return f"dbt would call {value}"
    text = render(value)
    return text.replace("''", "'") if how == "argument" else text


def at(content: Any, path: List[Any]) -> Any:
    for key in path:
        content = content[key]
    return content


def shape(value: Any) -> Any:
    """Keys and kinds of values, without the texts."""
    if isinstance(value, dict):
        return {key: shape(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [shape(inner) for inner in value]
    return type(value).__name__


def text_constant(node: dict) -> Optional[str]:
    """The text that a node stands for; DuckDB has changed how it says so."""
    if node.get("class") != "CONSTANT":
        return None
    if "literal" in node:
        literal = node["literal"]
        return literal["text"] if literal["kind"] == "STRING" else None
    value = node["value"]
    return value["value"] if value["type"]["id"] == "VARCHAR" else None


def parsed_sql(connection: duckdb.DuckDBPyConnection, path: Path) -> Any:
    """The syntax tree of a model, and the texts that were cut out of it."""
    sql = render(path.read_text(encoding="utf-8"), ref=lambda name: f'"{name}"')
    (tree,) = connection.execute("select json_serialize_sql(?)", [sql]).fetchone()
    texts: List[str] = []

    def cut(node: Any) -> Any:
        if isinstance(node, list):
            return [cut(inner) for inner in node]
        if not isinstance(node, dict):
            return node
        text = text_constant(node)
        if text is not None:
            texts.append(text)
            return "text"
        return {
            key: cut(inner)
            for key, inner in node.items()
            if not key.startswith("query_location")
        }

    return cut(json.loads(tree)), texts


def run(repository: Path) -> Outcome:
    outcome = Outcome()
    folder = repository.parent / "free-texts"
    if not folder.is_dir():
        outcome.detail = "nothing to look at: this is not the demo's repository"
        return outcome
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    connection = duckdb.connect()
    plain = {}
    compared = 0

    for name, texts in expected["files"].items():
        path = folder / name
        mart, file = name.split("/")
        if path.suffix == ".sql":
            tree, literals = parsed_sql(connection, path)
            if plain.setdefault(file, tree) != tree:
                outcome.problem(f"{name}: another query than with plain texts")
            typed = sorted(each["text"] for each in texts)
            others = sorted(literals)
            for text in typed:
                if text in others:
                    others.remove(text)
                    compared += 1
                else:
                    outcome.problem(f"{name}: no literal {text[:80]!r}")
            continue
        for loader in LOADERS:
            content = yaml.load(path.read_bytes(), Loader=loader)
            if plain.setdefault(file, shape(content)) != shape(content):
                outcome.problem(f"{name}: other keys than with plain texts")
                continue
            for each in texts:
                value = said(at(content, each["path"]), each["how"])
                if value != meant(each["text"], each["how"]):
                    outcome.problem(
                        f"{name} at {each['path']}: {value[:80]!r}, "
                        f"typed {each['text'][:80]!r}"
                    )
                compared += 1

    outcome.detail = (
        f"{expected['count']} texts, {len(expected['files'])} files, "
        f"{compared} comparisons, seed {expected['seed']}"
    )
    if compared < expected["count"]:
        outcome.problem(f"only {compared} of {expected['count']} were compared")
    return outcome


if __name__ == "__main__":
    Outcome.main(run)
