//! Any bytes as a catalog: findings with places in every format, or outputs.

use errcat_codegen::{Config, Target, Unsaved, analyze_unsaved};

use crate::findings;

/// Holds if `bytes` give findings that are sound, and outputs where there are
/// no errors.
///
/// # Panics
///
/// If it does not hold.
pub fn hold(bytes: &[u8]) {
    let path = Some("parcel.yaml".into());
    let unsaved = Unsaved::read(bytes, path).expect("memory is read without fault");
    let analysis = analyze_unsaved(unsaved, &[], &Config::default());
    let analysis = analysis.expect("no file is looked for");
    findings::hold(analysis.diagnostics());
    let outputs = analysis.emit(Target::ALL);
    assert_eq!(outputs.is_ok(), analysis.diagnostics().is_clean());
}
