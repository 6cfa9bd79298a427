impl<C: Enveloped> ErrorRef<'_, C> {
    /// The advice that counts for this error with the status of the response,
    /// taken whole from the first that has any.
    fn ruling(self, body: Option<&Json>) -> Option<(Basis, Retry)> {
        let code = self.counts_as(body);
        let is_variant = |variant: &Variant| self.is_variant(variant, body);
        let of_code = || ruling_of(code?, &is_variant);
        let of_type = || match code {
            Some(_) => None,
            None => Some((Basis::Type, self.parent(body?)?.retry?)),
        };
        let of_status = || {
            let retry = tables_of::<C>()?.retry_of(Some(self.of.status.into()))?;
            Some((Basis::Status, retry))
        };
        of_code().or_else(of_type).or_else(of_status)
    }

    /// Whether the error is this variant, told by a detail or by its text.
    fn is_variant(self, variant: &Variant, body: Option<&Json>) -> bool {
        match (variant.when, variant.message) {
            (Some((name, json)), _) => {
                let stated = body.and_then(|it| self.stated(it, name));
                is_json(stated.as_ref().map(|it| &it.json), json)
            }
            (None, Some(template)) => {
                self.message().is_some_and(|message| is_made_by(template, message))
            }
            (None, None) => false,
        }
    }

    /// The value of a detail, or of a slot under this key.
    fn stated(self, body: &Json, name: &str) -> Option<Stated> {
        let located = self.located(body);
        let detail = || {
            let entry = self.counts_as(Some(body))?.entry();
            let detail = entry.details().find(|it| it.path == name)?;
            let travels = Travels::of(detail.travels);
            let templates = templates(entry, travels, located.spelt());
            let json = located.value(name, travels, &templates)?.into_owned();
            let (kind, unit) = (detail.kind, detail.unit);
            Some(Stated { json, kind, unit })
        };
        let slot = || {
            let (json, slot) = located.slot(&|key, _| key == name)?;
            let (json, kind, unit) = (json.clone(), slot.kind, slot.unit);
            Some(Stated { json, kind, unit })
        };
        detail().or_else(slot)
    }
}

/// The advice of a variant, the entry, its section or its type.
fn ruling_of<C: Catalogued>(
    code: C,
    is_variant: &dyn Fn(&Variant) -> bool,
) -> Option<(Basis, Retry)> {
    let entry = code.entry();
    let of_variant = || {
        let variant = entry.variants().find(|it| is_variant(it))?;
        Some((Basis::Variant, variant.retry?))
    };
    let section = || Some((Basis::Section, entry.section()?.retry?));
    let parent = || Some((Basis::Type, entry.parent()?.retry?));
    let own = first(entry.tables.advice, entry.row);
    of_variant()
        .or_else(|| own.map(|retry| (Basis::Entry, retry)))
        .or_else(section)
        .or_else(parent)
}

/// Whether a text is what a template says, with any values.
fn is_made_by(template: &str, text: &str) -> bool {
    let placeholder = pieces(template)
        .find_map(|piece| match piece {
            Piece::Placeholder(name) => Some(name),
            Piece::Literal(_) => None,
        });
    match placeholder {
        Some(name) => placeholder_in(template, text, name).is_some(),
        None => template == text,
    }
}
