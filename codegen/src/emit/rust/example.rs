//! The example in the docs of a catalog's module.
//!
//! It is compiled and run by `cargo test` of whoever takes the module in. A
//! user may do that anywhere, in private too, so the example can't name the
//! module by its path: it includes the file that it stands in. It names no
//! entry, which would make one entry's lines those of another.

use crate::emit::{Shared, Switches};
use crate::model::{Catalog, CodeType};

/// The lines of the example, as doc comments hold them.
pub(super) fn lines(catalog: &Catalog, switches: &Switches) -> Vec<String> {
    let id = catalog.id.as_str();
    let (sample, wire) = match catalog.code_type {
        CodeType::String => ("\"TRY_LATER\"", "as_str"),
        CodeType::Integer => ("-1", "as_i64"),
    };
    let shared = match switches.shared {
        Shared::Beside => Some("# include!(\"errcat.rs\");".to_owned()),
        Shared::Inside => None,
    };
    let text = format!(
        "# include!(\"{id}.rs\");
# fn main() {{
use {id}::{{AnyCode, ErrorCode}};

// What a response says, known or not.
match AnyCode::from_code({sample}) {{
    AnyCode::Known(code) if code.is_retryable() => println!(\"{{code}}: {{:?}}\", code.retry()),
    AnyCode::Known(code) => println!(\"{{code}}: {{}}\", code.message()),
    AnyCode::Unknown(code) => println!(\"{{code}} is not in the catalog\"),
}}

for code in ErrorCode::ALL {{
    assert_eq!(ErrorCode::from_code(code.{wire}()), Some(*code));
}}
# }}"
    );
    let head = ["# Example", "", "```rust,standalone_crate"].map(str::to_owned);
    let mut lines: Vec<String> = head.into_iter().chain(shared).collect();
    lines.extend(text.lines().map(str::to_owned));
    lines.push("```".to_owned());
    lines
}
