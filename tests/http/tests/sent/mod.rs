//! Every error of every catalog, sent by a framework and read back by a client.
//! The errors are those of the modules `api` of the tests that take this in.

use std::fmt::Debug;

use crate::api::errcat::{ApiError, Details, ErrorResponse, Served};
use crate::api::{agentchat, aicity, parcel, remno};

/// A value that tries to end a header, a line of a log and a piece of JSON.
pub(crate) const HOSTILE: &str = "p\"}\r\nSet-Cookie: stolen=1\r\n\r\n\u{1b}[31m\0{id}\u{2028}ä";

/// A response as it arrives.
#[derive(Debug)]
pub(crate) struct Seen {
    pub(crate) status: u16,
    /// The names in lower case.
    pub(crate) headers: Vec<(String, Vec<u8>)>,
    pub(crate) body: Vec<u8>,
}

impl Seen {
    /// The one value of a header.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut values = self.headers.iter().filter(|(it, _)| it == name);
        let value = values.next().map(|(_, value)| value);
        assert!(values.next().is_none(), "{name} stands twice: {self:?}");
        value.map(|value| str::from_utf8(value).expect("text"))
    }

    /// Holds status and headers against what was sent: no value of an error
    /// stands in any header.
    pub(crate) fn assert_head(&self, status: u16, media_type: &str, retry_after: Option<u64>) {
        assert_eq!(self.status, status);
        assert_eq!(self.header("content-type"), Some(media_type));
        let retry_after = retry_after.map(|it| it.to_string());
        assert_eq!(self.header("retry-after"), retry_after.as_deref());
        let known = ["content-type", "retry-after", "content-length", "date"];
        for (name, value) in &self.headers {
            assert!(known.contains(&name.as_str()), "{name}");
            assert!(value.iter().all(|byte| matches!(byte, b' '..=b'~')));
        }
    }
}

/// What sends a response.
pub(crate) trait Framework {
    /// Sends an error, and gives what arrives.
    fn send<C: Served>(&self, error: ErrorResponse<C>) -> Seen;
}

/// Sends every error of every catalog, and reads each back.
pub(crate) fn every_error(framework: &impl Framework) {
    let it = framework;
    codes::<agentchat::ErrorCode>(it);
    codes::<aicity::ErrorCode>(it);
    codes::<remno::ErrorCode>(it);
    codes::<parcel::ErrorCode>(it);
    for text in ["alice", HOSTILE, ""] {
        typed(
            it,
            &agentchat::InboxRestricted {
                handle: text.into(),
            },
        );
        let (deleted_by, deleted_at) = (text.into(), text.into());
        typed(
            it,
            &agentchat::GroupDeleted {
                deleted_by,
                deleted_at,
            },
        );
        let fields = serde_json::json!({ text: [text, null, 1e300] });
        typed(
            it,
            &agentchat::ValidationError {
                fields: fields.clone(),
            },
        );
        typed(it, &aicity::ValidationError { fields });
        for deleted_by in [None, Some(text.to_owned().into())] {
            let id = text.into();
            typed(it, &parcel::ParcelNotFound { id, deleted_by });
        }
        let (reason, boxes) = (Some(text.into()), Some(Vec::new()));
        typed(
            it,
            &parcel::ParcelRejected {
                reason,
                boxes,
                limit: None,
            },
        );
        typed(
            it,
            &parcel::ParcelMoved {
                region: text.into(),
            },
        );
    }
    let (required, available) = (i64::MAX, i64::MIN);
    typed(
        it,
        &aicity::InsufficientBalance {
            required,
            available,
        },
    );
    let limit = Some(30.5);
    typed(
        it,
        &parcel::ParcelRejected {
            limit,
            ..Default::default()
        },
    );
    for (seconds, told) in [(Some(30), Some(30)), (None, None), (Some(-1), None)] {
        let slow = parcel::ErrorResponse::from(parcel::SlowDown { seconds });
        assert_eq!(slow.retry_after(), told);
        typed(it, &parcel::SlowDown { seconds });
    }
}

/// Sends every code without values.
fn codes<C: Served>(framework: &impl Framework)
where
    ErrorResponse<C>: From<C>,
{
    for code in C::ALL {
        read_back(framework, &ErrorResponse::from(*code));
        let wait = std::time::Duration::from_millis(1_001);
        let told = ErrorResponse::from(*code)
            .with_status(429)
            .with_retry_after(wait);
        assert_eq!(told.retry_after(), Some(2));
        read_back(framework, &told);
    }
}

/// Sends an error with its details.
fn typed<T>(framework: &impl Framework, error: &T)
where
    T: Details + Clone + PartialEq + Debug,
    T::Code: Served,
{
    let api = read_back(framework, &ErrorResponse::from(error.clone()));
    assert_eq!(api.details::<T>().as_ref(), Ok(error));
}

/// Sends a response, and reads it as a client does.
fn read_back<C: Served>(framework: &impl Framework, error: &ErrorResponse<C>) -> ApiError<C> {
    let seen = framework.send(error.clone());
    seen.assert_head(error.status(), error.media_type(), error.retry_after());
    let api = ApiError::<C>::from_parts(seen.status, &seen.body);
    assert_eq!(api.body(), error.to_json());
    assert_eq!(api.code().known(), Some(error.code()));
    assert_eq!(api.message(), Some(error.message()));
    let advice = api.advice(std::time::Duration::ZERO, |name| {
        seen.header(&name.to_ascii_lowercase())
    });
    if let (true, Some(wait)) = (advice.is_retryable(), error.retry_after()) {
        let delay = advice.delay.expect("the header tells one");
        assert!(delay.as_secs() <= wait && wait <= delay.as_secs() + 1);
    }
    api
}
