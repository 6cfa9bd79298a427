//! Any bytes as an error response, read by the typed errors of eight catalogs: no
//! panic, what `serde_json` finds in the body and nothing else, and bounded times;
//! what was read is the same when it is sent and read again.

mod read;

use core::fmt::{Debug, Display};

use serde::Serialize;
use serde::de::DeserializeOwned;

use self::read::{Response, by_others, read};

/// The modules that `tests/typed` holds.
mod api {
    include!("../../../tests/typed/expected/rust/mod.rs");
}

/// Holds if clients of each catalog can read `bytes` as a response: its status in
/// two bytes, a `Retry-After` up to the first line break, and the body.
///
/// # Panics
///
/// If one can't.
pub fn hold(bytes: &[u8]) {
    let Some(response) = Response::of(bytes) else {
        return;
    };
    let by_others = by_others(response.body);
    /// Reads the response by a catalog whose bodies have a code at this JSON
    /// pointer, and each of these details.
    macro_rules! catalog {
        ($catalog:ident, $code:literal, [$($details:ident),*]) => {{
            use api::$catalog::{ApiError, Envelope};
            let api: ApiError = read(&response, &by_others, $code);
            sent_again::<Envelope>(response.body);
            $({
                let details = api.details::<api::$catalog::$details>();
                if let Ok(details) = details {
                    let sent = api::$catalog::ErrorResponse::from(details.clone());
                    let again = ApiError::from_parts(sent.status(), &sent.to_json());
                    assert_eq!(again.code().known(), api.code().known());
                    assert_eq!(again.details(), Ok(details));
                }
            })*
            if let Some(known) = api.code().known() {
                assert_eq!(api.counts_as(), Some(known), "a known code counts as itself");
            }
        }};
    }
    catalog!(
        agentchat,
        "/error/code",
        [InboxRestricted, GroupDeleted, ValidationError]
    );
    catalog!(
        aicity,
        "/error/code",
        [ValidationError, InsufficientBalance]
    );
    catalog!(remno, "/errors/0/code", []);
    catalog!(numbers, "/code", [SlowDown]);
    catalog!(numbers_in_text, "/code", [SlowDown]);
    catalog!(
        parcel,
        "/error/code",
        [ParcelNotFound, ParcelRejected, SlowDown, ParcelMoved]
    );
    catalog!(
        waits,
        "/code",
        [BeltQueued, BeltHeld, BeltOpens, BeltTaken, BeltSlow]
    );
    catalog!(
        words,
        "/members",
        [ParcelDue, ParcelAddresseeUnknown, ParcelHeld, ParcelLate]
    );
}

/// A body that is one of a catalog is the same when it is written and read again.
fn sent_again<T: DeserializeOwned + Serialize + PartialEq + Debug>(body: &[u8]) {
    let Ok(envelope) = serde_json::from_slice::<T>(body) else {
        return;
    };
    let written = serde_json::to_vec(&envelope).expect("a body is JSON");
    let again: T = serde_json::from_slice(&written).expect("it is an envelope still");
    assert_eq!(again, envelope);
}

/// One line of a log, whatever was sent.
fn on_one_line(shown: &impl Display) {
    let shown = shown.to_string();
    assert!(!shown.contains(char::is_control), "{shown:?}");
    assert!(shown.len() < 8_192, "{} bytes", shown.len());
}
