// Holds the cases beside this file against errcat's schemas with `ajv`.
//
//     validate.mjs MODULES SCHEMAS [CATALOG|DATA|VECTORS..]
//
// MODULES is a folder that has `ajv` and `yaml` in its `node_modules`, SCHEMAS
// the folder of `*.schema.json`. Good cases, and the catalogs and the files of
// data and vectors named after it, must pass; of a broken case, each finding
// must be at the place that its first line names; of each change in
// `broken_data.json` and `broken_vectors.json`, each finding must be at or below
// the place that it names. Examples and defaults must fit the schema they stand in. Does the same as `validate.py`, with
// another reader of YAML and another validator.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const [modules, schemas, ...given] = process.argv.slice(2);
const catalogs = given.filter((path) => !path.endsWith(".json"));
const require = createRequire(join(resolve(modules), "here"));
const Ajv = require("ajv").default;
const YAML = require("yaml");
const CASES = dirname(fileURLToPath(import.meta.url));
const problems = [];

// Strict: an unknown keyword is an error. The two it leaves out ask that `type`
// and `properties` stand beside `required`, which a condition has no need of.
const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
ajv.addVocabulary(["errorMessage", "enumDescriptions"]);

// Keys as they are written: `404` is a name, not a number.
function plain(node) {
  if (YAML.isMap(node)) {
    return Object.fromEntries(node.items.map((it) => [it.key.source, plain(it.value)]));
  }
  if (YAML.isSeq(node)) return node.items.map(plain);
  return node === null ? null : node.value;
}

function findings(validate, text) {
  const document = YAML.parseDocument(text, { version: "1.2", schema: "core" });
  if (document.errors.length > 0) throw document.errors[0];
  if (validate(plain(document.contents))) return [];
  // `if` only says that its branch, which reports for itself, did not match.
  return validate.errors
    .filter((it) => it.keyword !== "if" && it.propertyName === undefined)
    .map((it) => [it.instancePath || "/", it.message]);
}

function* subschemas(schema) {
  if (schema === null || typeof schema !== "object") return;
  if (Array.isArray(schema.examples)) yield schema;
  for (const value of Object.values(schema)) yield* subschemas(value);
}

function checkExamples(schema) {
  let count = 0;
  for (const part of subschemas(schema)) {
    const validate = ajv.compile({ definitions: schema.definitions, allOf: [part] });
    for (const value of [...part.examples, ...("default" in part ? [part.default] : [])]) {
      count += 1;
      if (!validate(value)) {
        problems.push(`example ${JSON.stringify(value)}: ${ajv.errorsText(validate.errors)}`);
      }
    }
  }
  return count;
}

function cases(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => join(folder, name));
}

function check(name, folder, more) {
  const schema = JSON.parse(readFileSync(join(schemas, `${name}.schema.json`), "utf8"));
  const validate = ajv.compile(schema);
  const examples = checkExamples(schema);
  const good = [...cases(join(folder, "good")), ...more];
  for (const path of good) {
    for (const [place, message] of findings(validate, readFileSync(path, "utf8"))) {
      problems.push(`${path}: ${place}: ${message}`);
    }
  }
  const broken = cases(join(folder, "broken"));
  for (const path of broken) {
    const text = readFileSync(path, "utf8");
    const wanted = text.match(/^# [A-Z0-9 ]+ at (\S+): /)[1];
    const places = [...new Set(findings(validate, text).map(([place]) => place))];
    if (places.length !== 1 || places[0] !== wanted) {
      problems.push(`${path}: findings at ${JSON.stringify(places)}, not at ${wanted}`);
    }
  }
  if (!examples || !good.length || !broken.length) problems.push(`${name}: no examples or no cases`);
  console.log(`ajv: ${name}: ${examples} examples, ${good.length} good, ${broken.length} broken`);
}

function readJson(path) {
  return JSON.parse(readFileSync(path, "utf8"));
}

// The data with one member put or taken; it is changed in place.
function changed(data, change) {
  const way = (change.put ?? change.take).slice(1).split("/");
  const last = way.pop();
  const place = way.reduce((value, step) => value[step], data);
  if (!(place instanceof Object)) throw new Error(`${change.why}: no such place`);
  if (change.put !== undefined) place[last] = change.value;
  else delete place[last];
  return data;
}

function checkData(kind, folder) {
  const validate = ajv.compile(readJson(join(schemas, `${kind}.schema.json`)));
  const golden = join(CASES, "..", "golden");
  const inCase = (name) => join(golden, name, "expected", folder);
  const more = given.filter((path) => path.endsWith(".json") && basename(dirname(path)) === folder);
  const expected = readdirSync(golden)
    .sort()
    .filter((name) => existsSync(inCase(name)))
    .flatMap((name) => readdirSync(inCase(name)).map((file) => join(inCase(name), file)));
  const files = [...expected, ...more];
  for (const path of files) {
    if (!validate(readJson(path))) problems.push(`${path}: ${ajv.errorsText(validate.errors)}`);
  }
  const broken = readJson(join(CASES, `broken_${kind}.json`));
  for (const change of broken) {
    validate(changed(readJson(join(inCase("every_key"), "parcel.json")), change));
    const places = [...new Set((validate.errors ?? []).map((it) => it.instancePath || "/"))];
    const fits = (place) => `${place}/`.startsWith(`${change.at.replace(/\/$/, "")}/`);
    if (places.length === 0 || !places.every(fits)) {
      problems.push(`${change.why}: findings at ${JSON.stringify(places)}, not at ${change.at}`);
    }
  }
  if (!files.length || !broken.length) problems.push(`${kind}: no files or no changes`);
  console.log(`ajv: ${kind}: ${files.length} good, ${broken.length} broken`);
}

checkData("data", "json");
checkData("vectors", "vectors");
check("catalog", CASES, catalogs);
check("config", join(CASES, "config"), []);
problems.forEach((problem) => console.error(problem));
process.exitCode = problems.length > 0 ? 1 : 0;
