"""Makes docs/format.md and docs/reading.schema.json from the types of allegedly.model and allegedly.model_claims.

Run it as ``make docs`` after a change there. A test fails where the two files are not what the types say.
"""

from __future__ import annotations

import ast
import inspect
import json
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from allegedly import model, model_claims, model_findings, model_happenings

HERE = Path(__file__).resolve().parent

# What the names that stand for a shape look like in JSON.
_SHAPES = {
    "Span": "`[start, end]`",
    "Confidence": "number, 0 to 1",
    "str": "string",
    "int": "integer",
    "float": "number",
    "bool": "true or false",
    "None": "null",
}

# Fields that mean the same in every record.
_COMMON = {
    "id": "its id in this reading",
    "span": "where its words stand",
    "text": "its words, exactly as they stand there",
    "words": "its words",
}

_TOP = """# The reading format

<!-- Made by docs/make_format.py from src/allegedly/model*.py; change it there and run `make docs`. -->

One object per article: `allegedly read FILE --format json` prints it, `--format jsonl` one on each line for many. The
web page, the ledger, the exports and the Python types in `allegedly.model` all speak this shape. Fields may be added;
those that are here keep their names and meanings. The words are explained in the [glossary](glossary.md).

- A **span** is `[start, end]`, half-open, in Unicode code points of `article.text`. Where a record has `text` beside
  its `span`, `text` is exactly what stands there.
- An **id** (`e3`, `s9`, `t1`, `p2`, `a1`, `h4`, `r2`) holds inside its reading only. Every reference meets.
- A null or an empty list says that nothing was found. It does not say that there is nothing.
- **Confidence** is what it says: of the records at 0.8, about 80 % should be right.

The same as JSON Schema (2020-12): [reading.schema.json](reading.schema.json), which `allegedly schema` prints. In
Python, `allegedly.model.to_json` and `from_json` write and read it, and check that every span and reference holds.
"""

_WEIGHED = """# Claims and copies

What `allegedly weigh` makes of many articles: [weighing](weighing.md) says how. `allegedly claims LEDGER --format json`
prints a list of claims, `--format jsonl` one on each line. Here an article is named by its id, and a statement by its
article's id and its own: `sha256:…:s3`. The Python types are those of `allegedly.model_claims`.
"""


class Field(NamedTuple):
    """One field of a record as the page shows it."""

    name: str
    shape: str
    meaning: str


class Record(NamedTuple):
    """One type of the format."""

    name: str
    meaning: str
    fields: list[Field]


def _shape(node: ast.expr, records: set[str], choices: dict[str, str]) -> str:
    """How an annotation looks in JSON, in words."""
    match node:
        case ast.BinOp(left=left, right=right):
            return f"{_shape(left, records, choices)} or {_shape(right, records, choices)}"
        case ast.Subscript(slice=ast.Tuple(elts=[item, *_])):
            return f"list of {_shape(item, records, choices)}"
        case ast.Constant(value=None):
            return "null"
        case ast.Name(id=name) if name in records:
            return f"[{name}](#{name.lower()})"
        case ast.Name(id=name) if name in choices:
            return choices[name]
        case ast.Name(id=name):
            return _SHAPES[name]
        case _:
            raise TypeError(f"no words for {ast.unparse(node)}; add them to docs/make_format.py")


def _sentence(text: str) -> str:
    """A docstring on one line, with its reStructuredText marks as Markdown, fit for a table."""
    words = " ".join(text.split()).replace("``", "`")
    words = words.replace(":func:`article_id`", "`allegedly.model.article_id`")
    return words.replace("|", "\\|")


@cache
def _glossary() -> frozenset[str]:
    """The terms of the glossary, which explain the fields that are named like them."""
    text = (HERE / "glossary.md").read_text(encoding="utf-8")
    return frozenset(re.findall(r"^### (\w+)$", text, re.MULTILINE))


def _fallback(name: str) -> str:
    """What explains a field that has no docstring: what it always means, or its word in the glossary."""
    if name in _COMMON:
        return _COMMON[name]
    for word in (name, name.removesuffix("s"), name.removesuffix("ies") + "y"):
        if word in _glossary():
            return f"see [{word}](glossary.md#{word})"
    raise LookupError(f"nothing says what the field {name!r} means; give it a docstring in allegedly.model")


def _fields(body: list[ast.stmt], records: set[str], choices: dict[str, str]) -> list[Field]:
    found = []
    for at, statement in enumerate(body):
        if not (isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name)):
            continue
        meaning = ""
        if at + 1 < len(body):
            match body[at + 1]:
                case ast.Expr(value=ast.Constant(value=str(words))):
                    meaning = _sentence(words)
        name = statement.target.id
        found.append(Field(name, _shape(statement.annotation, records, choices), meaning or _fallback(name)))
    return found


def records(*modules: ModuleType) -> list[Record]:
    """The public types of the modules in their order; ``Record`` is what all of them are made from."""
    body = [node for module in modules for node in ast.parse(inspect.getsource(module)).body]
    classes = [node for node in body if isinstance(node, ast.ClassDef) and node.name not in ("Record", "_Record")]
    names = {node.name for node in classes}
    choices = {}
    for node in (*ast.parse(inspect.getsource(model_findings)).body, *body):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Subscript(value=ast.Name(id="Literal"), slice=inner)):
                choices[name] = " / ".join(f"`{value}`" for value in ast.literal_eval(inner))
    return [Record(node.name, _sentence(ast.get_docstring(node) or ""), _fields(node.body, names, choices)) for node in classes]


def _first(made: list[Record], name: str) -> list[Record]:
    return sorted(made, key=lambda record: record.name != name)


def _sections(made: Iterable[Record]) -> list[str]:
    parts = []
    for record in made:
        rows = [f"| `{field.name}` | {field.shape} | {field.meaning} |" for field in record.fields]
        table = "\n".join(["| field | in JSON | meaning |", "|---|---|---|", *rows])
        parts.append(f"## {record.name}\n\n{record.meaning}\n\n{table}\n")
    return parts


def page() -> str:
    """The text of docs/format.md."""
    reading, weighed = _first(records(model, model_findings, model_happenings), "Reading"), _first(records(model_claims), "Claim")
    return "\n".join([_TOP, *_sections(reading), _WEIGHED, *_sections(weighed)])


def files() -> dict[Path, str]:
    """Every file that this script makes, with its text."""
    return {
        HERE / "format.md": page(),
        HERE / "reading.schema.json": json.dumps(model.schema(), indent=1, ensure_ascii=False) + "\n",
    }


if __name__ == "__main__":
    for path, text in files().items():
        path.write_text(text, encoding="utf-8")
