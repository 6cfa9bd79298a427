//! The details of each code as a struct, streamed: one for each code that has
//! any, and one for each object within.

use super::fields::{self, Presence, field_type, ident};
use super::{tonic, utoipa};
use crate::emit::Switches;
use crate::emit::rust::rows::codes;
use crate::model::{Catalog, CodeName, Detail, Entry, Ident, Travels};
use crate::sink::{Markdown, Rust};

/// The structs of all codes.
pub(in crate::emit::rust) fn structs(out: &mut Rust, catalog: &Catalog, switches: &Switches) {
    let has_status = tonic::applies(catalog, switches);
    let has_schema = utoipa::applies(catalog, switches);
    let carrying = codes(catalog).filter(|(entry, _)| !entry.details.is_empty());
    for (at, (entry, code)) in carrying.enumerate() {
        out.raw(if at == 0 { "" } else { "\n" });
        of_code(out, entry, code);
        if has_status {
            tonic::of_struct(out, &code.ident);
        }
        if has_schema {
            utoipa::of_struct(out, catalog, &code.ident);
        }
    }
}

fn of_code(out: &mut Rust, entry: &Entry, code: &CodeName) {
    let about = |doc: &mut Markdown| {
        doc.raw("Details of ")
            .code(&code.code.to_string())
            .raw(".\n\n")
            .text(entry.message.text.as_str());
    };
    let fields: Vec<Field> = entry
        .details
        .iter()
        .map(|detail| Field {
            detail,
            presence: Presence::of(entry, code, detail),
        })
        .collect();
    record(out, &code.ident, &fields, about);
    out.raw("\n    impl Details for ")
        .ident(&code.ident)
        .raw(" {\n        type Code = ErrorCode;\n\n        #[allow(deprecated)]\n")
        .raw("        const CODE: ErrorCode = ErrorCode::")
        .ident(&code.ident)
        .raw(";\n    }\n\n    impl fmt::Display for ")
        .ident(&code.ident)
        .raw(" {\n        #[inline]\n        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {\n")
        .raw("            let fields = <Self as errcat::Record>::fields();\n")
        .raw("            errcat::write_message(Self::CODE.entry(), fields, self, f)\n        }\n    }\n\n")
        .raw("    impl ::core::error::Error for ")
        .ident(&code.ident)
        .raw(" {}\n");
    inner(out, &code.ident, &entry.details);
}

/// A field of a struct.
struct Field<'a> {
    detail: &'a Detail,
    presence: Presence,
}

/// The structs of the objects within.
fn inner(out: &mut Rust, outer: &Ident, details: &[Detail]) {
    for detail in details {
        let Some(properties) = fields::properties(&detail.kind) else {
            continue;
        };
        let name = fields::inner(outer, &detail.name);
        let about = |doc: &mut Markdown| {
            doc.raw("What lies in ").code(&detail.name).raw(" of ");
            doc.code(outer.as_str()).raw(".");
        };
        let fields: Vec<Field> = properties
            .iter()
            .map(|detail| Field {
                detail,
                presence: Presence::within(detail),
            })
            .collect();
        out.raw("\n");
        record(out, &name, &fields, about);
        inner(out, &name, properties);
    }
}

/// A struct and how it is written and read. Its functions are `#[inline]`: of a
/// thousand structs, machine code is made for those that are used.
fn record(out: &mut Rust, name: &Ident, fields: &[Field], about: impl FnOnce(&mut Markdown)) {
    out.doc("    ///", about);
    let optional = fields.iter().all(|it| it.presence == Presence::Optional);
    let derives = if optional { "Clone, Default" } else { "Clone" };
    out.raw("    #[derive(")
        .raw(derives)
        .raw(")]\n    pub struct ");
    out.ident(name).raw(" {\n");
    for Field { detail, presence } in fields {
        out.doc("        ///", |doc| field_docs(doc, detail));
        out.raw("        pub ")
            .ident(&ident(&detail.name))
            .raw(": ");
        field_type(out, name, detail, *presence);
        out.raw(",\n");
    }
    out.raw("    }\n\n    impl errcat::Record for ")
        .ident(name)
        .raw(" {\n");
    names(out, fields);
    values(out, fields);
    read(out, fields);
    out.raw("    }\n");
    compared(out, name);
}

/// What a derive would give: by the fields, as a thousand derives take long to
/// compile.
fn compared(out: &mut Rust, name: &Ident) {
    out.raw("\n    impl PartialEq for ").ident(name);
    out.raw(" {\n        #[inline]\n        fn eq(&self, other: &Self) -> bool {\n")
        .raw("            errcat::are_equal(<Self as errcat::Record>::fields(), self, other)\n")
        .raw("        }\n    }\n\n    impl fmt::Debug for ")
        .ident(name)
        .raw(" {\n        #[inline]\n        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {\n")
        .raw("            let fields = <Self as errcat::Record>::fields();\n")
        .raw("            errcat::write_debug(\"")
        .ident(name)
        .raw("\", fields, self, f)\n        }\n    }\n");
}

fn names(out: &mut Rust, fields: &[Field]) {
    out.raw("        fn fields() -> &'static [errcat::Field] {\n            &[\n");
    for Field { detail, .. } in fields {
        out.raw("                errcat::Field { name: ")
            .string(&detail.name);
        out.raw(", travels: errcat::Travels::")
            .raw(match detail.travels {
                Travels::Details => "Details",
                Travels::Body => "Body",
                Travels::Code => "Code",
                Travels::Message => "Message",
            });
        out.raw(" },\n");
    }
    out.raw("            ]\n        }\n\n");
}

fn values(out: &mut Rust, fields: &[Field]) {
    out.raw(
        "        #[inline]\n        fn value(&self, at: usize) -> &dyn errcat::DetailValue {\n",
    );
    out.raw("            match at {\n");
    for (at, Field { detail, .. }) in (0_u32..).zip(fields) {
        out.raw("                ").number(at).raw(" => &self.");
        out.ident(&ident(&detail.name)).raw(",\n");
    }
    out.raw("                _ => &(),\n            }\n        }\n\n");
}

fn read(out: &mut Rust, fields: &[Field]) {
    out.raw("        #[inline]\n        fn read(from: &errcat::Reader<'_>) -> Result<Self, DetailsError> {\n");
    out.raw("            Ok(Self {\n");
    for (at, Field { detail, .. }) in (0_u32..).zip(fields) {
        out.raw("                ").ident(&ident(&detail.name));
        out.raw(": from.value(").number(at).raw(")?,\n");
    }
    out.raw("            })\n        }\n");
}

/// What is known about a field.
fn field_docs(doc: &mut Markdown, detail: &Detail) {
    match &detail.description {
        Some(description) => doc.text(description.as_str()),
        None => doc.raw("Type: ").raw(detail.kind.word()).raw("."),
    };
    if let Some(unit) = &detail.unit {
        doc.raw("\n\nUnit: ").text(unit.as_str()).raw(".");
    }
    let place = match detail.travels {
        Travels::Details => None,
        Travels::Body => Some("Stands in the body, outside the details."),
        Travels::Code => Some("Stands in the code."),
        Travels::Message => {
            Some("Stands in the message alone: absent where the text has another wording.")
        }
    };
    if let Some(place) = place {
        doc.raw("\n\n").raw(place);
    }
    if detail.inferred {
        doc.raw("\n\nThe document states no key for it; ")
            .code(&detail.name)
            .raw(" is a guess.");
    }
}
