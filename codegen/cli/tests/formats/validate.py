"""Holds `errcat check --format json` and `sarif` against their schemas, against
each other and against the files that they are about.

    validate.py ERRCAT SARIF_SCHEMA OUT

The cases beside this file are run, and some that no repository can hold. OUT
gets each SARIF log, without the address of its schema, for other validators.
"""

import copy
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

from jsonschema import Draft7Validator, Draft202012Validator

HERE = Path(__file__).parent
CATALOG = "errcat: 1\ncatalog: parcel\ntitle: Größe\nerrors:\n  - {message: \"[a](1) {0} 📦\", statsu: 404, code: A}\n"
NAMES = ["parcel.yaml", "a b%20c#?;.yaml", "größe 荷物.yaml", "\x1b[31m\u202e.yaml", "a\n::error::b.yaml", "c:d,e.yaml"]


def hostile(root):
    """Files whose names and bytes no repository should hold."""
    folder = root / "catalogs"
    folder.mkdir(parents=True)
    for name in NAMES:
        (folder / name).write_text(CATALOG, "utf-8")
    (folder / "mark.yaml").write_bytes(b"\xef\xbb\xbf" + CATALOG.encode())
    (folder / "lines.yaml").write_bytes(CATALOG.replace("\n", "\r\n").encode())
    (folder / "latin.yaml").write_bytes(b"errcat: 1\ncatalog: \xe4\n")
    (folder / "wide.yaml").write_bytes(CATALOG.encode("utf-16"))
    (folder / "empty.yaml").write_bytes(b"")


def cases(root):
    """Name, folder, arguments, standard input."""
    for folder in sorted(path for path in HERE.iterdir() if path.is_dir()):
        shutil.copytree(folder / "project", root / folder.name)
        yield folder.name, root / folder.name, [], ""
    hostile(root / "hostile")
    (root / "nothing").mkdir()
    yield "hostile", root / "hostile", [], ""
    yield "absolute", root / "clean", [str(root / "hostile/catalogs")], ""
    yield "upwards", root / "clean", ["../hostile/catalogs"], ""
    yield "nothing", root / "nothing", [], ""
    yield "piped", root / "hostile", ["-"], CATALOG
    yield "unsaved", root / "hostile", ["-", "--stdin-path", "catalogs/parcel.yaml"], CATALOG


def run(errcat, format_, folder, arguments, stdin):
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GITHUB_")}
    command = [errcat, "check", "--format", format_, *arguments]
    done = subprocess.run(command, cwd=folder, input=stdin.encode(), capture_output=True, env=environment, check=False)
    return done.returncode, json.loads(done.stdout.decode("utf-8"))


def position(text, line, column):
    """The index of a character."""
    lines = text.split("\n")
    return sum(len(it) + 1 for it in lines[: line - 1]) + column - 1


def same_place(span, region, text, complain):
    start, end = span["start"], span["end"]
    told = [start["line"], start["column"], end["line"], end["column"]]
    if told != [region[key] for key in ("startLine", "startColumn", "endLine", "endColumn")]:
        complain(f"{span} is not {region}")
    if text is not None:
        by_lines = text[position(text, *told[:2]) : position(text, *told[2:])]
        if text.encode()[start["byte"] : end["byte"]].decode() != by_lines:
            complain(f"{span}: its bytes are not its characters {by_lines!r}")


def path_of(location):
    if "uriBaseId" in location:
        return unquote(location["uri"])
    return unquote(urlsplit(location["uri"]).path)


def same_finding(finding, result, rules, texts, complain):
    if (finding["id"], finding["severity"]) != (result["ruleId"], result["level"]):
        complain(f"{finding['id']} is not {result['ruleId']}")
    if rules[result["ruleIndex"]]["id"] != result["ruleId"]:
        complain(f"rule {result['ruleIndex']} is not {result['ruleId']}")
    pairs = [(finding, result["locations"][0])]
    pairs += zip(finding["related"], result.get("relatedLocations", []), strict=True)
    for place, location in pairs:
        physical = location["physicalLocation"]
        if path_of(physical["artifactLocation"]) != place["file"]:
            complain(f"{place['file']!r} is not {physical['artifactLocation']}")
        same_place(place["span"], physical["region"], texts.get(place["file"]), complain)
    changes = [change for fix in result.get("fixes", []) for change in fix["artifactChanges"]]
    replacements = [it for change in changes for it in change["replacements"]]
    for edit, replacement in zip(finding["edits"], replacements, strict=True):
        same_place(edit["span"], replacement["deletedRegion"], texts.get(edit["file"]), complain)
        if edit["replacement"] != replacement["insertedContent"]["text"]:
            complain(f"{edit} is not {replacement}")


def texts_of(report, folder):
    """What the files hold that can be read."""
    texts = {}
    for name in report["files"]:
        try:
            texts[name] = (folder / name).read_bytes().decode("utf-8-sig")
        except (FileNotFoundError, UnicodeDecodeError):
            pass
    return texts


def same(report, log, folder, code, complain):
    only = log["runs"][0]
    rules, results = only["tool"]["driver"]["rules"], only["results"]
    texts = texts_of(report, folder)
    for finding, result in zip(report["diagnostics"], results, strict=True):
        same_finding(finding, result, rules, texts, complain)
    if [path_of(it["location"]) for it in only["artifacts"]] != report["files"]:
        complain("other files")
    severities = [it["severity"] for it in report["diagnostics"]]
    counts = {"errors": severities.count("error"), "warnings": severities.count("warning")}
    if {**report["summary"], **counts} != report["summary"]:
        complain(f"{counts} is not {report['summary']}")
    if (code == 2) == only["invocations"][0]["executionSuccessful"] or (code == 2) == (report["failure"] is None):
        complain(f"exit code {code}")


def members(value, way=()):
    """The way to each member of each object."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in inner:
        if isinstance(value, dict):
            yield (*way, key)
        yield from members(part, (*way, key))


def check_strictness(validator, report, complain):
    """A schema that lets a member be missing or misspelt checks nothing."""
    count = 0
    for *way, last in list(members(report)):
        for change in (dict.pop, lambda place, key: place.update({key + "x": place.pop(key)})):
            broken = copy.deepcopy(report)
            place = broken
            for step in way:
                place = place[step]
            change(place, last)
            count += 1
            if validator.is_valid(broken):
                complain(f"{way} may lack {last}")
    return count


def check_matcher(errcat, folder, report, complain):
    """The problem matcher that FORMATS.md offers to editors."""
    text = (HERE.parents[1] / "FORMATS.md").read_text("utf-8")
    matcher = json.loads("{" + text.split("```json\n")[1].split("```")[0] + "}")
    pattern = matcher["problemMatcher"]["pattern"]
    command = [errcat, "check", "--format", "short"]
    said = subprocess.run(command, cwd=folder, capture_output=True, check=False).stderr.decode()
    found = [it for it in map(re.compile(pattern["regexp"]).match, said.splitlines()) if it]
    keys = ("file", "line", "column", "severity", "code")
    places = [[it.group(pattern[key]) for key in keys] for it in found]
    wanted = []
    for it in report["diagnostics"]:
        start = it["span"]["start"]
        wanted.append([it["file"], str(start["line"]), str(start["column"]), it["severity"], it["id"]])
    if places != wanted:
        complain(f"an editor sees {places}, not {wanted}")


def main():
    errcat, sarif_schema, out = sys.argv[1:]
    ours = json.loads((HERE.parents[1] / "findings.schema.json").read_text("utf-8"))
    Draft7Validator.check_schema(ours)
    ours = Draft7Validator(ours)
    sarif = Draft202012Validator(json.loads(Path(sarif_schema).read_text("utf-8-sig")))
    problems, findings, changes = [], 0, 0
    with tempfile.TemporaryDirectory() as scratch:
        for name, folder, arguments, stdin in cases(Path(scratch)):
            complain = lambda text, name=name: problems.append(f"{name}: {text}")
            code, report = run(errcat, "json", folder, arguments, stdin)
            _, log = run(errcat, "sarif", folder, arguments, stdin)
            for validator, data in ((ours, report), (sarif, log)):
                for error in validator.iter_errors(data):
                    complain(f"{error.json_path}: {error.message}")
            same(report, log, folder, code, complain)
            findings += len(report["diagnostics"])
            if name == "broken":
                changes = check_strictness(ours, report, complain)
                check_matcher(errcat, folder, report, complain)
            if sarif.is_valid({**log, "version": "2.0.0"}):
                complain("the schema of SARIF takes everything")
            del log["$schema"]
            (Path(out) / f"{name}.sarif").write_text(json.dumps(log, indent=2), "utf-8")
    if not (findings and changes):
        problems.append("there is nothing to check")
    print(f"formats: {findings} findings in json and sarif, {changes} broken reports")
    print("\n".join(problems), file=sys.stderr, end="\n" if problems else "")
    sys.exit(1 if problems else 0)


main()
