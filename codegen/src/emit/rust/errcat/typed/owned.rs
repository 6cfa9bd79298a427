use self::alloc::borrow::Cow;
use self::alloc::string::ToString;

/// What generated fields are made of, under names that are the same with and
/// without `std`.
pub mod owned {
    pub use super::alloc::string::String;
    pub use super::alloc::vec::Vec;
    pub use ::serde_json::Value as Json;

    /// A JSON object.
    pub type JsonObject = ::serde_json::Map<String, Json>;
}

use self::alloc::boxed::Box;
use self::owned::{Json, JsonObject, Vec};
use ::core::time::Duration;
