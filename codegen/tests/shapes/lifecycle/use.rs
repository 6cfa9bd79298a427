// Codes that come and go: reserved, beta, deprecated, retired.
use lifecycle::{ErrorCode, Stage};

#[allow(deprecated)]
fn main() {
    let stage = |code: ErrorCode| code.entry().stage();
    assert_eq!(stage(ErrorCode::PlanetNotFound), Stage::Stable);
    assert_eq!(stage(ErrorCode::OrbitUnstable), Stage::Reserved);
    assert_eq!(stage(ErrorCode::MoonNotFound), Stage::Beta);
    assert_eq!(stage(ErrorCode::MoonEclipsed), Stage::Stable);
    assert_eq!(ErrorCode::OrbitUnstable.entry().since(), Some("2.1"));

    let demoted = ErrorCode::NotAPlanet.entry().deprecated().expect("it is");
    assert_eq!(
        (demoted.since, demoted.sunset),
        (Some("2.0"), Some("2027-01-01"))
    );
    assert_eq!(demoted.successor, Some("PLANET_NOT_FOUND"));
    let gone = ErrorCode::NinthPlanet.entry().retired().expect("it is");
    assert_eq!(gone.note, Some("Never reuse this code."));

    let by_section = ErrorCode::RocketFuelless
        .entry()
        .deprecated()
        .expect("its only section is");
    assert_eq!(by_section.successor, Some("moons"));
    assert!(
        ErrorCode::RocketMissing.entry().deprecated().is_none(),
        "it outlives its section"
    );
}
