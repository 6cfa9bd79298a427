// Codes with a variable part, and an exact one that looks like them.
use variable::{Action, Delay, ErrorCode, Place};

fn main() {
    let read = ErrorCode::from_code;
    assert_eq!(read("FLOOD_30"), Some(ErrorCode::Flood));
    assert_eq!(read("FLOOD_-1"), Some(ErrorCode::Flood));
    assert_eq!(read("FLOOD"), Some(ErrorCode::Flood), "an alias");
    assert_eq!(
        read("FLOOD_TEST"),
        Some(ErrorCode::FloodTest),
        "exact codes come first"
    );
    for none in [
        "FLOOD_",
        "FLOOD_x",
        "FLOOD_3x",
        "flood_3",
        "METHOD__NOT_ALLOWED",
    ] {
        assert_eq!(read(none), None, "{none}");
    }
    assert_eq!(read("PART_3_MISSING"), Some(ErrorCode::PartMissing));
    assert_eq!(
        read("METHOD_FLY_NOT_ALLOWED"),
        Some(ErrorCode::MethodNotAllowed)
    );
    assert_eq!(
        read("FLOOD_WAIT_30"),
        Some(ErrorCode::Flood),
        "an alias with a part"
    );
    // A part may end with what the text after it begins with.
    for feather in ["FEATHER_GREY__5", "FEATHER_GREY___5", "FEATHER_A__B__5"] {
        assert_eq!(read(feather), Some(ErrorCode::Feather), "{feather}");
    }

    assert_eq!(ErrorCode::MethodNotAllowed.statuses(), [403, 406]);
    assert_eq!(ErrorCode::InternalFailure.statuses(), [500, 400]);
    let wait = ErrorCode::Flood.retry().expect("advice");
    assert_eq!(wait.delay, Some(Delay::Detail("seconds")));
    let moved = ErrorCode::LoftMoved.retry().expect("advice");
    assert_eq!(
        (moved.action, moved.to),
        (Action::Redirect, Some(Place::Detail("loft")))
    );
}
