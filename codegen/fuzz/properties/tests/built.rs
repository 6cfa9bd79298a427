//! Whether the catalogs that are built from bytes reach the outputs: where most
//! were refused, the fuzzer would hold little.

use std::collections::BTreeMap;

use errcat_codegen::Diagnostic;
use errcat_properties::catalog_to_all_targets::analysis;

#[test]
fn a_good_part_of_the_built_catalogs_has_no_errors() {
    let mut clean = 0;
    let mut errors: BTreeMap<&str, usize> = BTreeMap::new();
    for number in 0..300 {
        let analysis = analysis(&bytes(number));
        let found = analysis.diagnostics();
        clean += u32::from(found.is_clean());
        let is_error = |it: &&Diagnostic| it.severity() == errcat_codegen::Severity::Error;
        for error in found.iter().filter(is_error) {
            *errors.entry(error.id()).or_default() += 1;
        }
    }
    println!("{clean} of 300; errors: {errors:?}");
    assert!(clean > 100, "{clean} of 300; errors: {errors:?}");
}

/// Bytes that look random and are the same in each run (`SplitMix64`).
fn bytes(number: u64) -> Vec<u8> {
    let mut state = number;
    let next = || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)).to_le_bytes()
    };
    std::iter::repeat_with(next).take(150).flatten().collect()
}
