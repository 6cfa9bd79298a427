"""Holds the cases beside this file against errcat's schemas with `jsonschema`.

    validate.py SCHEMAS [CATALOG|DATA|VECTORS..]

SCHEMAS is the folder of `*.schema.json`. Good cases, and the catalogs and the
files of data and vectors named after it, must pass; of a broken case, each finding must be at the
place that its first line names; of each change in `broken_data.json` and `broken_vectors.json`, each
finding must be at or below the place that it names. Examples and defaults must fit the schema they stand in.
Does the same as `validate.mjs`, with another reader of YAML and another
validator.
"""

import json
import re
import sys
from pathlib import Path

import yaml
from jsonschema import Draft7Validator

CASES = Path(__file__).parent


class CoreLoader(yaml.SafeLoader):
    """YAML as editors read it: scalars by version 1.2's core schema."""


CoreLoader.yaml_implicit_resolvers = {}
for tag, form, first in [
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)", "-+.0123456789"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
]:
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{form})$"), list(first))


def integer(loader, node):
    return int(node.value, 0) if node.value[:2] in ("0o", "0x") else int(node.value)


def mapping(loader, node):
    return {key.value: loader.construct_object(value, deep=True) for key, value in node.value}


CoreLoader.add_constructor("tag:yaml.org,2002:int", integer)
CoreLoader.add_constructor("tag:yaml.org,2002:map", mapping)


def pointer(parts):
    return "/" + "/".join(str(part) for part in parts)


def findings(validator, text):
    """Places and messages; of a key that is forbidden, the place is its map."""
    document = yaml.load(text, CoreLoader)
    return [
        (pointer(it.absolute_path), it.message, it.validator is None)
        for it in validator.iter_errors(document)
    ]


def subschemas(schema):
    """Every object of a schema that has examples or a default."""
    if isinstance(schema, dict):
        if isinstance(schema.get("examples"), list):
            yield schema
        for value in schema.values():
            yield from subschemas(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from subschemas(value)


def check_examples(schema, complain):
    count = 0
    for part in subschemas(schema):
        rooted = {"definitions": schema["definitions"], "allOf": [part]}
        values = part["examples"] + ([part["default"]] if "default" in part else [])
        for value in values:
            count += 1
            for error in Draft7Validator(rooted).iter_errors(value):
                complain(f"example {json.dumps(value)}: {error.message}")
    return count


def check(name, cases, schemas, more, complain):
    schema = json.loads((schemas / f"{name}.schema.json").read_text("utf-8"))
    Draft7Validator.check_schema(schema)
    validator = Draft7Validator(schema)
    examples = check_examples(schema, complain)
    good = sorted((cases / "good").glob("*.yaml")) + more
    for path in good:
        for place, message, _ in findings(validator, path.read_text("utf-8")):
            complain(f"{path}: {place}: {message}")
    broken = sorted((cases / "broken").glob("*.yaml"))
    for path in broken:
        text = path.read_text("utf-8")
        wanted = re.match(r"# [A-Z0-9 ]+ at (\S+): ", text).group(1)
        around = wanted.rpartition("/")[0] or "/"
        found = findings(validator, text)
        places = {wanted if forbidden and place == around else place for place, _, forbidden in found}
        if places != {wanted}:
            complain(f"{path}: findings at {sorted(places)}, not at {wanted}")
    if not (examples and good and broken):
        complain(f"{name}: no examples or no cases")
    print(f"jsonschema: {name}: {examples} examples, {len(good)} good, {len(broken)} broken")


def changed(data, change):
    """A copy of some data with one member put or taken."""
    data = json.loads(json.dumps(data))
    *way, last = change.get("put", change.get("take"))[1:].split("/")
    place = data
    for step in way:
        place = place[int(step) if isinstance(place, list) else step]
    last = int(last) if isinstance(place, list) else last
    if "put" in change:
        place[last] = change["value"]
    else:
        del place[last]
    return data


def check_data(name, folder, schemas, files, complain):
    schema = json.loads((schemas / f"{name}.schema.json").read_text("utf-8"))
    Draft7Validator.check_schema(schema)
    validator = Draft7Validator(schema)
    base = CASES.parent / f"golden/every_key/expected/{folder}/parcel.json"
    files = [path for path in files if path.parent.name == folder]
    files = [*sorted(CASES.parent.glob(f"golden/*/expected/{folder}/*.json")), *files]
    for path in files:
        for error in validator.iter_errors(json.loads(path.read_text("utf-8"))):
            complain(f"{path}: {pointer(error.absolute_path)}: {error.message}")
    broken = json.loads((CASES / f"broken_{name}.json").read_text("utf-8"))
    for change in broken:
        data = changed(json.loads(base.read_text("utf-8")), change)
        places = {pointer(it.absolute_path) for it in validator.iter_errors(data)}
        if not places or any(not (place + "/").startswith(change["at"].rstrip("/") + "/") for place in places):
            complain(f"{change['why']}: findings at {sorted(places)}, not at {change['at']}")
    if not (files and broken):
        complain(f"{name}: no files or no changes")
    print(f"jsonschema: {name}: {len(files)} good, {len(broken)} broken")


def main():
    schemas, *given = map(Path, sys.argv[1:])
    data = [path for path in given if path.suffix == ".json"]
    catalogs = [path for path in given if path.suffix != ".json"]
    problems = []
    check_data("data", "json", schemas, data, problems.append)
    check_data("vectors", "vectors", schemas, data, problems.append)
    check("catalog", CASES, schemas, catalogs, problems.append)
    check("config", CASES / "config", schemas, [], problems.append)
    print("\n".join(problems), file=sys.stderr, end="\n" if problems else "")
    sys.exit(1 if problems else 0)


main()
