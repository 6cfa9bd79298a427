//! An error to send for each code: what a server team writes, a line per error,
//! with values to look at. The client knows from here which struct a code has.

mod agentchat;
mod aicity;
mod parcel;
mod remno;

use std::fmt;

use crate::api::errcat::{ApiError, DetailsError, ErrorResponse, Record, Served};

/// A catalog whose errors can be sent and met.
pub trait Sampled: Served {
    /// The error of this code, with values.
    fn sample(self) -> ErrorResponse<Self>;

    /// What errors do not know of themselves: the server fills it in.
    fn fill_in(body: &mut Self::Envelope);

    /// The details of a response; `None` for a code that carries none.
    fn decoded(api: &ApiError<Self>) -> Option<Result<Decoded, DetailsError>>;
}

/// Details that were read from a response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The struct that they are.
    pub kind: &'static str,
    /// Its values. One that is sensitive is `[redacted]`.
    pub values: String,
    /// Whether they are those that the server has sent.
    pub as_sent: bool,
}

/// The values of some details, each as it stands in a message.
fn values(details: &impl Record) -> String {
    let given = Shown(details).to_string();
    given.trim_end().to_owned()
}

struct Shown<'a, T>(&'a T);

impl<T: Record> fmt::Display for Shown<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, field) in T::fields().iter().enumerate() {
            let value = self.0.value(at);
            if value.is_given() {
                write!(f, "{}=", field.name)?;
                value.show(f)?;
                f.write_str(" ")?;
            }
        }
        Ok(())
    }
}

/// The samples of a catalog, one for each code that has a struct.
macro_rules! samples {
    ($catalog:ident, $body:ident => $fill_in:expr, {$($sample:expr => $typed:ident,)*}) => {
        impl $crate::samples::Sampled for $crate::api::$catalog::ErrorCode {
            fn sample(self) -> $crate::api::$catalog::ErrorResponse {
                #[allow(unused_imports, reason = "one catalog has no details")]
                use $crate::api::$catalog::*;
                match self {
                    $(<$typed as Details>::CODE => $sample.into(),)*
                    code => code.into(),
                }
            }

            fn fill_in($body: &mut Self::Envelope) {
                $fill_in
            }

            fn decoded(
                api: &$crate::api::errcat::ApiError<Self>,
            ) -> Option<Result<$crate::samples::Decoded, $crate::api::errcat::DetailsError>> {
                #[allow(unused_imports, reason = "one catalog has no details")]
                use $crate::api::$catalog::*;
                match api.code().known()? {
                    $(<$typed as Details>::CODE => {
                        Some(api.details::<$typed>().map(|it| $crate::samples::Decoded {
                            kind: stringify!($typed),
                            values: $crate::samples::values(&it),
                            as_sent: it == $sample,
                        }))
                    })*
                    _ => None,
                }
            }
        }
    };
}

use samples;
