use ::utoipa::openapi::schema::{
    AnyOfBuilder, ArrayBuilder, ObjectBuilder, OneOfBuilder, Schema, SchemaType, Type,
};

/// The codes of a catalog whose errors `utoipa` describes.
pub trait Described: Enveloped<Status = u16> {
    /// The details of each code that has any: a list in JSON, in the terms of
    /// the catalog.
    const DETAILS: &'static [(Self, &'static str)];
}

/// The errors that an endpoint may return.
///
/// [`ErrorsOf`] makes responses of them. Statuses, bodies and examples are the
/// catalog's.
///
/// ```text
/// struct GetParcel;
///
/// impl parcel::MayReturn for GetParcel {
///     type Code = ErrorCode;
///     const CODES: &'static [ErrorCode] = &[ErrorCode::ParcelNotFound, ErrorCode::SlowDown];
/// }
/// ```
pub trait MayReturn {
    /// The codes of the catalog.
    type Code: Described;

    /// The codes of the errors.
    const CODES: &'static [Self::Code];
}

/// The responses of the errors that an endpoint may return, to be named in
/// `responses(..)` of `utoipa::path`: one for each status, with an example for each
/// code.
///
/// Schema and examples are made anew with each call. A schema lets codes through
/// that are not known yet.
///
/// ```text
/// #[utoipa::path(get, path = "/parcels/{id}", responses(
///     (status = 200, body = Parcel),
///     parcel::ErrorsOf<GetParcel>,
/// ))]
/// ```
pub struct ErrorsOf<T>(PhantomData<T>);

impl<T: MayReturn> ::utoipa::IntoResponses for ErrorsOf<T> {
    fn responses() -> ResponsesByStatus {
        responses_of(T::CODES)
    }
}

/// Responses, each with its status, or with `default` for errors that have none.
pub type ResponsesByStatus = self::alloc::collections::BTreeMap<
    String,
    ::utoipa::openapi::RefOr<::utoipa::openapi::Response>,
>;

/// A schema, or a reference to one.
pub type SchemaOrRef = ::utoipa::openapi::RefOr<Schema>;

/// The name of a schema.
pub type SchemaName = Cow<'static, str>;

/// The responses of all errors of a catalog: values that say success are none,
/// and retired codes are no longer sent.
pub(super) fn all_responses<C: Described>() -> ResponsesByStatus {
    let is_sent = |code: &C| {
        let entry = code.entry();
        entry.severity() != Severity::Success && entry.retired().is_none()
    };
    let sent: Vec<C> = C::ALL.iter().copied().filter(is_sent).collect();
    responses_of(&sent)
}

/// The schema of the body of any error, also one of a code that is not known
/// yet.
pub(super) fn envelope_schema<C: Described>() -> SchemaOrRef {
    BodySchema {
        codes: C::ALL,
        are: Codes::Some,
        details: &[],
    }
        .whole()
        .into()
}

/// The schema of a code: the known ones, and any other.
pub(super) fn code_schema<C: Described>() -> SchemaOrRef {
    BodySchema {
        codes: C::ALL,
        are: Codes::Some,
        details: &[],
    }
        .code(&Json::Null)
        .into()
}

/// The schema of the object of details that a struct fills. Values that travel
/// elsewhere are not in it.
pub(super) fn details_schema<T: Details>() -> SchemaOrRef
where
    T::Code: Described,
{
    let details = details_of(T::CODE);
    let object = ObjectBuilder::new().description(Some(plain(T::CODE.message())));
    with_details(object, &details, "details").into()
}

/// What the catalog says of the details of a code.
fn details_of<C: Described>(code: C) -> Vec<Json> {
    let details = ::serde_json::from_str(written_details(code));
    details.unwrap_or_default()
}

/// The same as it is written: codes with the same details have the same text.
fn written_details<C: Described>(code: C) -> &'static str {
    let details = C::DETAILS.iter().find(|(of, _)| *of == code);
    details.map_or("[]", |(_, details)| details)
}
