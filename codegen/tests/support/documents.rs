//! The documents of cases that are held against them.

use errcat_codegen::Documents;

/// The documents that comments of a catalog write out, a line each:
/// `# Line 2 of errors.txt: 404 Not found`.
pub(crate) fn of(catalog: &str) -> Documents {
    let mut documents = Documents::default();
    for comment in catalog.lines() {
        let rest = comment.strip_prefix("# Line ");
        let Some((place, text)) = rest.and_then(|rest| rest.split_once(": ")) else {
            continue;
        };
        let (line, name) = place.split_once(" of ").expect("a line of a document");
        let line: usize = line.parse().expect("the number of a line");
        let mut before = documents.text(name).unwrap_or_default().to_owned();
        while before.lines().count() + 1 < line {
            before.push('\n');
        }
        documents = documents.with(name, format!("{before}{text}\n"));
    }
    documents
}
