/// A piece of a template.
enum Piece<'a> {
    Literal(&'a str),
    Placeholder(&'a str),
}

/// The pieces of a template. Each brace of a catalog belongs to a placeholder.
fn pieces(template: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = template;
    ::core::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let inside = rest.strip_prefix('{').and_then(|it| it.split_once('}'));
        if let Some((name, after)) = inside {
            rest = after;
            return Some(Piece::Placeholder(name));
        }
        let (literal, after) = rest.split_at(rest.find('{').unwrap_or(rest.len()));
        rest = after;
        Some(Piece::Literal(literal))
    })
}

/// A message of an error with its values: each is written once, as it is.
struct Rendered<'a> {
    template: &'a str,
    fields: &'static [Field],
    record: &'a dyn Record,
}

impl fmt::Display for Rendered<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for piece in pieces(self.template) {
            match piece {
                Piece::Literal(text) => f.write_str(text)?,
                Piece::Placeholder(name) => {
                    match given(self.fields, self.record, name) {
                        Some(value) => value.show(f)?,
                        None => ::core::write!(f, "{{{name}}}")?,
                    }
                }
            }
        }
        Ok(())
    }
}

/// The value of a field, if there is one.
fn given<'a>(
    fields: &[Field],
    record: &'a dyn Record,
    name: &str,
) -> Option<&'a dyn DetailValue> {
    let at = fields.iter().position(|field| field.name == name)?;
    Some(record.value(at)).filter(|value| value.is_given())
}

/// Writes the message of an error.
#[inline(never)]
pub(super) fn write_message<C: Copy, S: Copy>(
    entry: Entry<C, S>,
    fields: &'static [Field],
    record: &dyn Record,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    fmt::Display::fmt(&rendered(entry, fields, record), f)
}

fn rendered<'a, C: Copy, S: Copy>(
    entry: Entry<C, S>,
    fields: &'static [Field],
    record: &'a dyn Record,
) -> Rendered<'a> {
    let mut variants = entry.variants();
    let template = template(entry.message(), &mut variants, fields, record);
    Rendered {
        template,
        fields,
        record,
    }
}

/// The text for these values: that of the first variant which they fit, else
/// the entry's own.
fn template(
    own: &'static str,
    variants: &mut dyn Iterator<Item = &'static Variant>,
    fields: &[Field],
    record: &dyn Record,
) -> &'static str {
    for variant in variants {
        let Some(text) = variant.message else { continue };
        if is_variant_of(variant, own, fields, record) {
            return text;
        }
    }
    own
}

/// Whether these values make an error this variant.
fn is_variant_of(
    variant: &Variant,
    own: &str,
    fields: &[Field],
    record: &dyn Record,
) -> bool {
    match (variant.when, variant.message) {
        (Some((name, json)), _) => {
            let value = given(fields, record, name);
            is_json(value.and_then(DetailValue::to_json).as_ref(), json)
        }
        (None, Some(text)) => says_more(text, own, fields, record),
        (None, None) => false,
    }
}

/// Whether a value is the one that this JSON text says. A number may be written in
/// another way, and where a number or truth is wanted, text is read as it.
fn is_json(value: Option<&Json>, text: &str) -> bool {
    let wanted = ::serde_json::from_str::<Json>(text);
    value.is_some_and(|value| wanted.is_ok_and(|wanted| is_same(value, &wanted)))
}

fn is_same(value: &Json, wanted: &Json) -> bool {
    match (value, wanted) {
        (Json::Number(a), Json::Number(b)) if a.is_f64() || b.is_f64() => {
            a.as_f64().map(f64::to_bits) == b.as_f64().map(f64::to_bits)
        }
        (Json::String(text), Json::Number(_) | Json::Bool(_)) => {
            let read = ::serde_json::from_str::<Json>(text);
            read.is_ok_and(|it| !it.is_string() && is_same(&it, wanted))
        }
        _ => value == wanted,
    }
}

/// Whether a text shows a value that travels in no other way, and all that it
/// shows is given.
fn says_more(text: &str, own: &str, fields: &[Field], record: &dyn Record) -> bool {
    let names = |template| {
        pieces(template)
            .filter_map(|piece| match piece {
                Piece::Placeholder(name) => Some(name),
                Piece::Literal(_) => None,
            })
    };
    let in_text_only = |name: &str| {
        let field = fields.iter().find(|field| field.name == name);
        field.is_some_and(|field| field.travels == Travels::Message)
    };
    names(text).all(|name| given(fields, record, name).is_some())
        && names(text)
            .any(|name| in_text_only(name) && names(own).all(|it| it != name))
}

/// The longest text that values are read from.
const LONGEST_TEXT: usize = 4096;

/// The value of a placeholder in a text that a template made: what stands
/// between the literals around it. `None` if the text has another wording.
fn placeholder_in<'t>(
    template: &str,
    text: &'t str,
    wanted: &str,
) -> Option<&'t str> {
    if text.len() > LONGEST_TEXT {
        return None;
    }
    let mut rest = text;
    let mut found = None;
    let mut pieces = pieces(template).peekable();
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Literal(literal) => rest = rest.strip_prefix(literal)?,
            Piece::Placeholder(name) => {
                let end = match pieces.peek() {
                    None => rest.len(),
                    Some(Piece::Literal(next)) if ends(template, next) => {
                        rest.len().checked_sub(next.len())?
                    }
                    Some(Piece::Literal(next)) => rest.find(next)?,
                    Some(Piece::Placeholder(_)) => return None,
                };
                let value = rest.get(..end)?;
                rest = &rest[end..];
                if name == wanted {
                    found = Some(value);
                }
            }
        }
    }
    found.filter(|value| rest.is_empty() && !value.is_empty())
}

/// Whether a piece is the end of a template, and not only one that reads so.
fn ends(template: &str, piece: &str) -> bool {
    piece.as_bytes().as_ptr_range().end == template.as_bytes().as_ptr_range().end
}
