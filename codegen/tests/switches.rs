//! What the switches add, used against the real crates. The modules are the
//! expected outputs of two golden cases, which another test holds against what
//! errcat writes.

use http::StatusCode;
use serde::de::value::{Error, StrDeserializer};
use serde::de::{Deserialize, IntoDeserializer};

use depot::{AnyCode, ClientClass, ErrorCode, OwnedCode, Type};

/// Codes that are text, with every switch.
mod depot_api {
    include!("golden/switches/expected/rust/mod.rs");
}

/// Codes that are numbers, and statuses that are not HTTP's.
mod relay_protocol {
    include!("golden/numbers/expected/rust/mod.rs");
}

use depot_api::depot;
use relay_protocol::relay;

fn read<'a, T: Deserialize<'a>>(json: &'a str) -> Result<T, String> {
    serde_json::from_str(json).map_err(|error| error.to_string())
}

fn written(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("a code is text or a number")
}

#[test]
fn every_code_goes_to_the_wire_and_back() {
    for code in ErrorCode::ALL {
        let json = written(code);
        assert_eq!(json, format!("\"{}\"", code.as_str()));
        assert_eq!(read(&json), Ok(*code));
        assert_eq!(read(&json), Ok(AnyCode::Known(*code)));
        assert_eq!(read(&json), Ok(OwnedCode::Known(*code)));
        assert_eq!(written(&AnyCode::from(*code)), json);
    }
    for code in relay::ErrorCode::ALL {
        let json = written(code);
        assert_eq!(json, code.as_i64().to_string());
        assert_eq!(read(&json), Ok(*code));
        assert_eq!(read(&json), Ok(relay::AnyCode::Known(*code)));
    }
    for it in Type::ALL {
        assert_eq!(written(it), format!("\"{}\"", it.as_str()));
        assert_eq!(read(&written(it)), Ok(*it));
    }
}

#[test]
fn an_alias_and_a_variable_code_are_read_as_what_they_stand_for() {
    assert_eq!(read("\"NO_SUCH_CRATE\""), Ok(ErrorCode::CrateNotFound));
    let slow: AnyCode = read("\"SLOW_DOWN_30\"").expect("a variable code");
    assert_eq!(slow, AnyCode::Known(ErrorCode::SlowDown));
    assert_eq!(slow.as_str(), "SLOW_DOWN_{seconds}");
    assert_eq!(read("-32001"), Ok(relay::ErrorCode::MethodNotFound));
}

#[test]
fn an_unknown_code_is_an_error_that_names_it_and_stays_short() {
    let told = |json: &str| read::<ErrorCode>(json).expect_err("an unknown code");
    assert_eq!(
        told("\"CRATE_LOST\""),
        "`CRATE_LOST` is not a code of `depot` at line 1 column 12"
    );
    assert_eq!(
        told("\"\\u001b[31m\\n\""),
        "`\\u{1b}[31m\\n` is not a code of `depot` at line 1 column 14"
    );
    let long = format!("\"{}\"", "é".repeat(10_000));
    assert!(told(&long).starts_with(&format!("`{}..`", "é".repeat(64))));
    assert!(told(&long).len() < 250, "{}", told(&long));
    assert_eq!(
        told("7"),
        "invalid type: integer `7`, expected a code of `depot` at line 1 column 1"
    );
    let told = |json: &str| read::<relay::ErrorCode>(json).expect_err("an unknown code");
    assert_eq!(told("8"), "`8` is not a code of `relay` at line 1 column 1");
    let most = u64::MAX.to_string();
    assert!(told(&most).starts_with(&format!("`{most}` is not a code")));
    assert_eq!(
        read::<Type>("\"tax_error\"").expect_err("an unknown type"),
        "`tax_error` is not a type of `depot` at line 1 column 11"
    );
}

#[test]
fn any_code_keeps_an_unknown_one_as_it_is() {
    let json = "\"CRATE_LOST\"";
    let borrowed: AnyCode = read(json).expect("any code");
    assert_eq!(borrowed.as_str(), "CRATE_LOST");
    assert_eq!((borrowed.known(), written(&borrowed)), (None, json.into()));
    let owned: OwnedCode = read("\"CRATE_\\u004cOST\"").expect("any code");
    assert_eq!(owned, borrowed.into_owned());
    assert_eq!(owned.as_borrowed(), borrowed);
    assert_eq!(
        (owned.as_str(), written(&owned)),
        ("CRATE_LOST", json.into())
    );
    assert_eq!(
        format!("{owned} {owned:?}"),
        "CRATE_LOST Unknown(UnknownCode(\"CRATE_LOST\"))"
    );
    let number: relay::AnyCode = read("8").expect("any code");
    assert_eq!((number.as_i64(), written(&number)), (8, "8".into()));
    assert_eq!(
        ErrorCode::try_from(borrowed).expect_err("unknown").as_str(),
        "CRATE_LOST"
    );
    assert_eq!(
        ErrorCode::try_from(AnyCode::from("NO_SUCH_CRATE")),
        Ok(ErrorCode::CrateNotFound)
    );
}

#[test]
fn what_the_input_can_not_lend_is_refused_with_a_way_out() {
    let from_stream = |text: &'static str| -> Result<AnyCode, Error> {
        let lent: StrDeserializer<Error> = text.into_deserializer();
        AnyCode::deserialize(lent)
    };
    assert_eq!(
        from_stream("DEPOT_CLOSED"),
        Ok(AnyCode::Known(ErrorCode::DepotClosed))
    );
    let told = from_stream("CRATE_LOST").expect_err("it is not borrowed");
    assert_eq!(
        told.to_string(),
        "the unknown code `CRATE_LOST` can't be borrowed from the input; \
         read it as an `OwnedCode`, which errcat's switch `alloc` adds"
    );
}

#[test]
fn statuses_are_those_of_the_crate_http() {
    for code in ErrorCode::ALL {
        assert_eq!(code.status_code().as_u16(), code.status());
        assert_eq!(StatusCode::from(*code), code.status_code());
    }
    assert_eq!(
        ErrorCode::SlowDown.status_code(),
        StatusCode::TOO_MANY_REQUESTS
    );
}

#[test]
fn types_and_client_classes_are_those_of_the_tables() {
    assert_eq!(ErrorCode::SlowDown.parent(), Some(Type::RateError));
    assert_eq!(ErrorCode::DepotClosed.parent(), None);
    assert!(Type::RequestError.codes().eq([ErrorCode::LabelInvalid]));
    let names: Vec<&str> = ClientClass::ALL.iter().map(|it| it.as_str()).collect();
    assert_eq!(
        names,
        [
            "DepotNotFoundError",
            "DepotRateError",
            "DepotRequestError",
            "DepotError"
        ]
    );
    let classes: Vec<_> = ErrorCode::ALL.iter().map(|it| it.client_class()).collect();
    let expected = [
        ClientClass::DepotNotFoundError,
        ClientClass::DepotRateError,
        ClientClass::DepotRequestError,
        ClientClass::DepotError,
    ];
    assert_eq!(classes, expected.map(Some));
    assert_eq!(ClientClass::of(410), Some(ClientClass::DepotNotFoundError));
    assert_eq!(ClientClass::of(418), Some(ClientClass::DepotRequestError));
    let of = relay::ClientClass::of;
    assert_eq!(
        (of(-2), of(404)),
        (Some(relay::ClientClass::HeartbeatError), None)
    );
}
