// What an editor says about the cases beside this file, by the YAML server that
// most editors use.
//
//     editor.mjs MODULES SCHEMAS [CATALOG|DATA..]
//
// MODULES is a folder that has `yaml-language-server` in its `node_modules`,
// SCHEMAS the folder of `*.schema.json`. It has nothing to say about good cases
// and the catalogs named after it (data is not for editors); of broken ones, its messages stand in
// `messages.txt`, to be read. `BLESS=1` writes that file anew.

import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const [modules, schemas, ...given] = process.argv.slice(2);
const catalogs = given.filter((path) => !path.endsWith(".json"));
const require = createRequire(join(resolve(modules), "here"));
const { getLanguageService } = require(
  "yaml-language-server/out/server/src/languageservice/yamlLanguageService.js",
);
const { TextDocument } = require("vscode-languageserver-textdocument");
const CASES = dirname(fileURLToPath(import.meta.url));
const MESSAGES = join(CASES, "messages.txt");
const problems = [];
const messages = [];
let served = 0;

function server(name) {
  const uri = `file:///${name}.schema.json`;
  const text = readFileSync(join(schemas, `${name}.schema.json`), "utf8");
  const service = getLanguageService({
    schemaRequestService: async () => text,
    workspaceContext: { resolveRelativePath: (path) => path },
    clientCapabilities: {},
  });
  service.configure({
    validate: true,
    schemas: [{ uri, fileMatch: ["*.yaml"], schema: JSON.parse(text) }],
  });
  return service;
}

async function said(service, path) {
  const text = readFileSync(path, "utf8");
  // The server keeps what it has read by address.
  served += 1;
  const document = TextDocument.create(`file:///${served}.yaml`, "yaml", 1, text);
  const found = await service.doValidation(document, false);
  return found.map(({ range, message }) => {
    const written = document.getText(range).split("\n")[0];
    return `  ${range.start.line + 1}:${range.start.character + 1} ${written} -- ${message}`;
  });
}

function cases(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  return names.sort().map((name) => join(folder, name));
}

for (const [name, folder, more] of [["catalog", CASES, catalogs], ["config", join(CASES, "config"), []]]) {
  const service = server(name);
  const good = [...cases(join(folder, "good")), ...more];
  for (const path of good) {
    for (const line of await said(service, path)) problems.push(`${path}:${line}`);
  }
  const broken = cases(join(folder, "broken"));
  for (const path of broken) {
    const lines = await said(service, path);
    if (lines.length === 0) problems.push(`${path}: nothing is said`);
    messages.push(`${name}/${basename(path)}`, ...lines);
  }
  console.log(`editor: ${name}: ${good.length} good, ${broken.length} broken`);
}
const text = `${messages.join("\n")}\n`;
if (process.env.BLESS === "1") {
  writeFileSync(MESSAGES, text);
} else if (readFileSync(MESSAGES, "utf8") !== text) {
  problems.push("messages.txt is not what the editor says; see with BLESS=1 and git diff");
}
problems.forEach((problem) => console.error(problem));
process.exitCode = problems.length > 0 ? 1 : 0;
