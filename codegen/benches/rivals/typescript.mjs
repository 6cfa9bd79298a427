// What openapi-typescript writes for each document, judged by the compiler of
// TypeScript: the same syntax as for a harmless text, but for names and texts,
// and among these the text. Prints what came of each as JSON.
//
//     node typescript.mjs INPUTS
import { readFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";

const FILE = "generated.ts";

async function generated(input) {
  return astToString(await openapiTS(input.document, { silent: true }));
}

// The kinds of all nodes in order, with the texts of names and literals apart,
// and the comments before each node.
function read(source) {
  const file = ts.createSourceFile(FILE, source, ts.ScriptTarget.Latest, true);
  const nodes = [];
  const visit = (node) => {
    const named = ts.isIdentifier(node) || ts.isStringLiteralLike(node);
    // A name may stand in quotes or without.
    const kind = named ? "text" : ts.SyntaxKind[node.kind];
    nodes.push({ kind, text: named ? node.text : "" });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { nodes, comments: comments(source), faults: file.parseDiagnostics };
}

// All comments, as the scanner of the compiler finds them, without what frames them.
function comments(source) {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, false, ts.LanguageVariant.Standard, source);
  const found = [];
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    if (kind === ts.SyntaxKind.MultiLineCommentTrivia || kind === ts.SyntaxKind.SingleLineCommentTrivia) {
      found.push(scanner.getTokenText());
    }
  }
  return found;
}

// The first error of the compiler in a source.
function error(source) {
  const host = ts.createCompilerHost({});
  const { getSourceFile } = host;
  host.getSourceFile = (name, ...rest) =>
    name === FILE ? ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true) : getSourceFile(name, ...rest);
  const program = ts.createProgram([FILE], { noEmit: true, strict: true, types: [] }, host);
  const [first] = ts.getPreEmitDiagnostics(program, program.getSourceFile(FILE));
  return first && ts.flattenDiagnosticMessageText(first.messageText, " ");
}

const words = (text) => text.split(/\s+/).filter(Boolean).join(" ");

function judge({ place, payload }, harmless, harmlessText, source) {
  const is = read(source);
  if (is.faults.length > 0) {
    return { outcome: "no syntax", seen: ts.flattenDiagnosticMessageText(is.faults[0].messageText, " ") };
  }
  const was = read(harmless);
  const differs = is.nodes.length !== was.nodes.length || is.nodes.some((node, at) => node.kind !== was.nodes[at].kind);
  if (differs) return { outcome: "other syntax", seen: source };
  const isName = place !== "description";
  for (const [at, { text }] of is.nodes.entries()) {
    const expected = was.nodes[at].text;
    if (text !== expected && !(isName && text === expected.replace(harmlessText, () => payload))) {
      return { outcome: "another text", seen: text };
    }
  }
  const says = isName
    ? is.nodes.some(({ text }) => text === payload)
    : is.comments.some((it) => {
        // `*\/` is how it writes `*/` in a comment, and `*` begins its lines.
        const text = it.replace(/^\s*\*(?!\\?\/)/gm, "").replaceAll("*\\/", "*/");
        return words(text).includes(words(payload));
      });
  if (!says) return { outcome: "nowhere", seen: is.comments.join(" ") };
  const seen = error(source);
  return seen ? { outcome: "no types", seen } : { outcome: "escaped" };
}

const outcomes = [];
for (const { harmless, hostile } of JSON.parse(readFileSync(process.argv[2], "utf8"))) {
  const expected = await generated(harmless);
  for (const input of hostile) {
    let source;
    try {
      source = await generated(input);
    } catch (refusal) {
      outcomes.push({ outcome: "refused", seen: String(refusal.message) });
      continue;
    }
    outcomes.push(judge(input, expected, harmless.payload, source));
  }
}
process.stdout.write(JSON.stringify(outcomes));
