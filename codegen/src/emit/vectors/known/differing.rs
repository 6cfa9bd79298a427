//! What a response says beside its code, in other ways: its details, its
//! headers, and the errors around it.

use super::One;
use crate::emit::vectors::body;
use crate::emit::vectors::details::Value;
use crate::emit::vectors::misspelt;
use crate::emit::vectors::samples::Style;
use crate::emit::vectors::stated::{Case, Stated};
use crate::model::{Constant, Delay, Role, Shape};

impl<'a> One<'a> {
    /// Details that are awkward, of another kind, absent or null.
    pub(super) fn details(self) -> Vec<Case<'a>> {
        let styled = |what, style| {
            let error = self.error(style)?;
            let any = error.values.iter().any(Value::is_in_body);
            any.then(|| self.case(what, error))
        };
        let changed = |what, change: fn(&mut Value) -> bool| {
            let mut error = self.error(Style::Plain)?;
            let mut values = error.values.iter_mut().filter(|it| it.is_in_body());
            let changed = values.any(change);
            error.say(&self.entry.message);
            changed.then(|| self.case(what, error))
        };
        let cases = [
            styled("details that are awkward", Style::Awkward),
            styled("details of another form", Style::Lenient),
            changed("a detail that is null", make_null),
            changed("a detail that is missing", leave_out),
            changed("a detail of another type", spoil),
        ];
        cases.into_iter().flatten().collect()
    }

    /// What the response states about a delay, in other ways.
    pub(super) fn delays(self) -> Vec<Case<'a>> {
        let catalog = self.subject.catalog;
        let advice = catalog.advice(self.entry, Some(self.status()));
        let Some(retry) = advice.map(|it| it.retry) else {
            return Vec::new();
        };
        let plain = |what| Some(self.case(what, self.error(Style::Plain)?));
        let with = |what, value| Some(plain(what)?.with_header("RETRY-AFTER", value));
        let date = "Sat, 07 Mar 2026 12:00:30 GMT";
        let mut cases = vec![
            with("Retry-After", "120"),
            with("Retry-After as a date", date),
        ];
        if let Some(Delay::Header(at)) = retry.delay {
            let name = catalog.headers[at].name.as_str();
            cases.push(plain("no header"));
            cases
                .push(plain("a header that states no time").map(|it| it.with_header(name, "soon")));
            if !name.eq_ignore_ascii_case("Retry-After") {
                let both = with("a header and Retry-After", "120");
                cases.push(both.map(|it| it.with_header(&name.to_lowercase(), "30")));
            }
        }
        cases.into_iter().flatten().collect()
    }

    /// Where a body holds several errors.
    pub(super) fn among_others(self) -> Vec<Case<'a>> {
        if !holds_several(self.subject.envelope) {
            return Vec::new();
        }
        let Some(error) = self.error(Style::Plain) else {
            return Vec::new();
        };
        let other = Stated::unknown(Some(misspelt::no_code(self.subject)));
        let mut first = self.case("before an unknown one", error.clone());
        first.errors.push(other.clone());
        let mut second = self.case("behind an unknown one", other);
        second.errors.push(error);
        vec![first, second]
    }
}

/// Puts `null` where a detail may be absent.
fn make_null(value: &mut Value) -> bool {
    if value.detail.optional {
        value.make_null(Shape::Constant(Constant::Null));
    }
    value.detail.optional
}

/// Makes a value one of another kind, where there is such a kind.
fn spoil(value: &mut Value) -> bool {
    value.spoil()
}

/// Takes away a detail that must be there.
fn leave_out(value: &mut Value) -> bool {
    if !value.detail.optional {
        value.leave_out();
    }
    !value.detail.optional
}

/// Whether a body holds a list of objects, each with all that an error says.
pub(in crate::emit::vectors) fn holds_several(envelope: &Shape) -> bool {
    let said = |role| {
        matches!(
            role,
            Role::Message | Role::Details | Role::Inline | Role::Field
        )
    };
    match envelope {
        Shape::List(items) => {
            matches!(items.as_slice(), [item @ Shape::Object(_)] if body::holds_code(item))
        }
        Shape::Object(members) => {
            let list = members.iter().find(|(_, it)| body::holds_code(it));
            let mut others = members.iter().filter(|(_, it)| !body::holds_code(it));
            list.is_some_and(|(_, it)| holds_several(it))
                && !others.any(|(_, it)| it.slots().iter().any(|(_, it)| said(it.role)))
        }
        Shape::Constant(_) | Shape::Slot(_) => false,
    }
}
