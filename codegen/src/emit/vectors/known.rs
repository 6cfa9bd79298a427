//! The vectors of an entry: its codes as documented, and in all the ways in
//! which a response may differ from that; what it says beside the code may
//! differ too, see [`differing`]. Of many aliases, variants and statuses, the
//! first have a vector each: [`limits::VECTORS`].

mod differing;

pub(super) use self::differing::holds_several;

use super::Subject;
use super::body::{self, Slots};
use super::details::{self, Value};
use super::misspelt;
use super::samples::{self, Style};
use super::stated::{self, Case, Stated};
use super::vector::Vector;
use crate::limits;
use crate::model::{
    Code, CodeName, CodeType, Constant, Delay, Entry, Place, Role, Shape, Slot, Spanned, Status,
    Travels, Variant,
};

/// All vectors of an entry.
pub(super) fn all<'a>(subject: Subject<'a>, entry: &'a Entry, write: &mut dyn FnMut(Vector)) {
    if has_key_of_its_envelope(subject.envelope, entry) {
        return;
    }
    for code in &entry.codes {
        let one = One {
            subject,
            entry,
            code,
        };
        for case in one.cases() {
            write(case.vector(subject));
        }
    }
}

/// Whether a detail has the key of something else in the same object. What a
/// client makes of it is not documented.
fn has_key_of_its_envelope(shape: &Shape, entry: &Entry) -> bool {
    let has = |travels, key: &str| {
        let mut details = entry.details.iter();
        details.any(|it| it.travels == travels && it.name == key)
    };
    match shape {
        Shape::Object(members) => {
            let inline =
                |shape: &Shape| matches!(shape, Shape::Slot(it) if it.role == Role::Inline);
            let inline = members.iter().any(|(_, it)| inline(it));
            let code = body::holds_code(shape);
            members.iter().any(|(key, shape)| {
                inline && has(Travels::Details, key)
                    || code && has(Travels::Body, key)
                    || has_key_of_its_envelope(shape, entry)
            })
        }
        Shape::List(items) => items.iter().any(|it| has_key_of_its_envelope(it, entry)),
        Shape::Constant(_) | Shape::Slot(_) => false,
    }
}

/// One of the codes of an entry.
#[derive(Clone, Copy)]
struct One<'a> {
    subject: Subject<'a>,
    entry: &'a Entry,
    code: &'a CodeName,
}

impl<'a> One<'a> {
    fn cases(self) -> Vec<Case<'a>> {
        let mut cases = Vec::new();
        cases.extend(self.documented());
        cases.extend(self.statuses());
        cases.extend(self.least());
        cases.extend(self.aliases());
        cases.extend(self.other_form());
        cases.extend(self.variants());
        cases.extend(self.details());
        cases.extend(self.delays());
        cases.extend(self.among_others());
        let plain = self.error(Style::Plain);
        cases.extend(misspelt::all(
            self.subject,
            &self.name(""),
            plain.as_ref(),
            self.status(),
        ));
        cases
    }

    fn name(self, what: &str) -> String {
        format!("{}: {what}", self.code.code)
    }

    /// The canonical status. An entry without one comes with a response that
    /// went through.
    fn status(self) -> Status {
        let without = Status::other(if self.subject.catalog.http { 200 } else { 0 });
        self.entry.status().unwrap_or(without)
    }

    /// The error as documented.
    fn error(self, style: Style) -> Option<Stated<'a>> {
        self.with_values(&self.code.code, details::values(self.entry, style))
    }

    /// The error with these values and its code spelt so; `None` where such a
    /// code would be another one.
    fn with_values(self, spelling: &Code, values: Vec<Value<'a>>) -> Option<Stated<'a>> {
        let mut error = Stated {
            known: Some((self.entry, &self.code.code)),
            code: None,
            message: String::new(),
            values,
            parent: self.entry.parent,
            slots: Slots::All,
        };
        let text = self.spell(spelling, &mut error.values)?;
        error.code = Some(stated::spelt(self.subject, &text));
        error.say(&self.entry.message);
        Some(error)
    }

    /// The code with its values, and what a client reads of them.
    fn spell(self, spelling: &Code, values: &mut [Value]) -> Option<String> {
        let mut text = spelling.to_string();
        if let Code::Pattern(pattern) = spelling {
            let part = |name: &String| {
                let value = values.iter().find(|it| it.detail.name == *name);
                value.and_then(Value::shown).unwrap_or_default()
            };
            text.clear();
            let parts = pattern.details().iter().map(part).chain([String::new()]);
            for (literal, part) in pattern.literals().iter().zip(parts) {
                text.extend([literal.as_str(), &part]);
            }
        }
        let found = self.subject.codes.find(&text)?;
        let same = std::ptr::eq(found.entry, self.entry) && found.code == spelling;
        for value in values.iter_mut() {
            if value.detail.travels == Travels::Code {
                let mut parts = found.parts.iter();
                let part = parts.find(|(name, _)| *name == value.detail.name);
                value.read(part.map(|(_, text)| text.as_str()));
            }
        }
        same.then_some(text)
    }

    fn case(self, what: &str, error: Stated<'a>) -> Case<'a> {
        Case::new(self.name(what), self.status(), error)
    }

    /// With the headers that its advice points at.
    fn documented(self) -> Option<Case<'a>> {
        Some(self.with_headers(self.case("as documented", self.error(Style::Plain)?)))
    }

    fn with_headers(self, case: Case<'a>) -> Case<'a> {
        let catalog = self.subject.catalog;
        let advice = catalog.advice(self.entry, Some(case.status));
        let retry = advice.map(|it| it.retry);
        let case = match retry.and_then(|it| it.delay.as_ref()) {
            Some(Delay::Header(at)) => {
                let header = &catalog.headers[*at];
                case.with_header(header.name.as_str(), "30")
            }
            _ => case,
        };
        match retry.and_then(|it| it.to.as_ref()) {
            Some(Place::Header(at)) => {
                case.with_header(catalog.headers[*at].name.as_str(), "/elsewhere")
            }
            _ => case,
        }
    }

    /// Its other statuses, and one that is not documented for it.
    fn statuses(self) -> Vec<Case<'a>> {
        let own = &self.entry.statuses;
        let others = own.iter().skip(1).take(limits::VECTORS);
        let others = others.map(|it| (format!("status {it}"), *it));
        let foreign = [400, 500, 503].map(Status::other).into_iter();
        let foreign = foreign.filter(|it| !own.contains(it)).take(1);
        let foreign = foreign.map(|it| ("a status that is not its own".to_owned(), it));
        let case = |(what, status): (String, Status)| {
            let mut case = self.case(&what, self.error(Style::Plain)?);
            case.status = status;
            Some(self.with_headers(case))
        };
        others.chain(foreign).filter_map(case).collect()
    }

    /// Without what may be absent, and with `null` where that may stand.
    fn least(self) -> Option<Case<'a>> {
        let mut error = self.error(Style::Plain)?;
        let slots = self.subject.envelope.slots();
        let always = |role| {
            use Role::{Code, Details, Message, Type};
            matches!(role, Code | Message | Type | Details)
        };
        let has_less = |slot: &Slot| (slot.optional || slot.nullable) && !always(slot.role);
        let optional = |it: &&mut Value| it.detail.optional && it.is_in_body();
        let mut differs = slots.iter().any(|(_, slot)| has_less(slot));
        for value in error.values.iter_mut().filter(optional) {
            value.leave_out();
            differs = true;
        }
        error.slots = Slots::Least;
        error.say(&self.entry.message);
        differs.then(|| self.case("nothing that may be absent", error))
    }

    fn aliases(self) -> Vec<Case<'a>> {
        // An alias stands for the first code of its entry.
        let first = std::ptr::eq(self.code, self.entry.first());
        let aliases = self.entry.aliases.iter().filter(|_| first);
        let aliases = aliases.take(limits::VECTORS);
        let case = |(at, alias): (usize, &Spanned<Code>)| {
            let values = details::values(self.entry, Style::Plain);
            let error = self.with_values(&alias.value, values)?;
            let case = self.case(&format!("alias {at}"), error);
            // It may lack the part of the code that states the delay.
            let advice = self.subject.catalog.advice(self.entry, Some(case.status));
            Some(match advice.and_then(|it| it.retry.delay.as_ref()) {
                Some(Delay::Detail(_)) => case.with_header("Retry-After", "120"),
                _ => case,
            })
        };
        (1..).zip(aliases).filter_map(case).collect()
    }

    /// A number as text, or text that is a number as one.
    fn other_form(self) -> Option<Case<'a>> {
        let number = self.subject.catalog.code_type == CodeType::Integer;
        let mut error = self.error(Style::Plain).filter(|_| number)?;
        let text = self.code.code.to_string();
        let is_text = matches!(&error.code, Some(Shape::Constant(Constant::Text(_))));
        let number = || Shape::Constant(Constant::Number(text.clone()));
        error.code = Some(if is_text {
            number()
        } else {
            samples::text(text.as_str())
        });
        let what = if is_text { "as a number" } else { "as text" };
        Some(self.case(what, error))
    }

    fn variants(self) -> Vec<Case<'a>> {
        let case = |(at, variant): (usize, &Variant)| {
            let mut values = details::values(self.entry, Style::Plain);
            if let Some((name, constant)) = &variant.when {
                let mut values = values.iter_mut();
                let value = values.find(|it| it.detail.name == *name)?;
                value.set(Shape::Constant(constant.clone()));
            }
            let mut error = self.with_values(&self.code.code, values)?;
            // What stands in the message alone is set anew before it is said.
            for (value, plain) in error
                .values
                .iter_mut()
                .zip(details::values(self.entry, Style::Plain))
            {
                let of_variant = variant.when.as_ref().map(|(name, _)| name);
                if value.detail.travels == Travels::Message
                    && of_variant != Some(&value.detail.name)
                {
                    *value = plain;
                }
            }
            error.say(variant.message.as_ref().unwrap_or(&self.entry.message));
            Some(self.case(&format!("variant {at}"), error))
        };
        let variants = self.entry.variants.iter().take(limits::VECTORS);
        (1..).zip(variants).filter_map(case).collect()
    }
}
