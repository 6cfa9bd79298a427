// Reads TypeScript from standard input and prints, for each of its constants,
// the string that it holds, the text of the comment before it, and how many
// tags the comment has, as TypeScript's compiler sees them.
//
//     node comments.mjs FOLDER
//
// FOLDER is where `typescript` is installed.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const ts = createRequire(join(process.argv[2], 'node_modules', '_'))('typescript');
const source = readFileSync(0, 'utf8');
const file = ts.createSourceFile('a.ts', source, ts.ScriptTarget.Latest, true);
if (file.parseDiagnostics.length > 0) {
    console.error(file.parseDiagnostics[0].messageText);
    process.exit(1);
}
const told = file.statements.map((statement) => {
    if (!ts.isVariableStatement(statement)) throw new Error(`code: ${statement.getText()}`);
    const docs = ts.getJSDocCommentsAndTags(statement);
    return {
        value: statement.declarationList.declarations[0].initializer.text,
        comment: docs.length === 1 ? docs[0].comment ?? '' : docs.length,
        tags: docs.reduce((sum, it) => sum + (it.tags?.length ?? 0), 0),
    };
});
process.stdout.write(JSON.stringify(told));
