//! No fact is lost on the way: what the catalog with every key says must be
//! said by each target that carries facts.

use errcat_codegen::Target;

use crate::support;

/// A word or two of each fact of `golden/every_key`, as all targets show it.
const FACTS: &[&str] = &[
    "Parcel API errors",
    "Every error the Parcel API answers with.",
    "errors.html",
    "https://parcel.example/errors",
    "2026-11-21",
    "application/json",
    "The code is the stable contract",
    "Quote it in a report.",
    "01912345",
    "Retry-After",
    "How long to wait.",
    "Names a request; prefix `idem_`.",
    "Payment Required",
    "PaymentRequiredError",
    "Verify the ID.",
    "Rate limited",
    "The endpoint exists, the feature is not live yet.",
    "PARCEL_REJECTED",
    "ParcelError",
    "billing_error",
    "Money is missing.",
    "Does not reveal whether a thing exists.",
    "Create, label and track parcels.",
    "/v1/parcels",
    "No parcel has the ID {id}.",
    "Also sent for the parcels of others.",
    "Typo in the ID.",
    "The parcel belongs to another account.",
    "list parcels with `GET /v1/parcels`",
    "The ID as sent.",
    "deleted_by",
    "privacy",
    "CAPTCHA_REQUIRED",
    "CAPTCHA_FAILED",
    "The parcel weighs over {limit} kg.",
    "embargo",
    "This destination is never served.",
    "kilograms",
    "boxes",
    "size",
    "SLOW_DOWN_{seconds}",
    "SLOW_DOWN",
    "Slow Down",
    "region",
    "The parcel was handed over and forgotten.",
    "Another courier took this pickup.",
    "This pickup is no longer free.",
    "1.4",
    "2026-06-30",
    "Legacy accounts only.",
    "PAYMENT_FAILED",
    "1.2",
    "The payment failed.",
    "https://parcel.example/billing",
    "A declined card",
    "Card declined",
    "BILLING_FAILED",
    "INVOICE_LOST",
    "Nobody can find the invoice.",
    "1.3",
    "retries: 3",
];

#[test]
fn every_fact_is_in_every_target() {
    let case = support::cases("golden")
        .into_iter()
        .find(|case| case.ends_with("every_key"));
    let case = case.expect("the catalog with every key");
    for target in [Target::Rust, Target::Markdown, Target::Json] {
        let artifacts = support::compile(&case, &[target]);
        let text: String = artifacts
            .iter()
            .map(errcat_codegen::Artifact::text)
            .collect();
        let plain = text.replace('\\', "");
        let lost: Vec<_> = FACTS
            .iter()
            .filter(|fact| !plain.contains(**fact))
            .collect();
        assert!(lost.is_empty(), "{} does not say {lost:?}", target.name());
    }
}
