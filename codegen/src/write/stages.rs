//! The new files of a run, written and not yet in their places.
//!
//! Made by [`write`](super::write()) before it replaces the first file: where
//! the disk has no room, or lets nobody write, nothing has changed then.

use std::fs;
use std::path::Path;

use super::atomic::{self, Staged};
use super::manifest;
use super::plan::Plan;
use crate::error::Error;

/// What a run puts in place, in this order.
pub(super) struct Stages {
    /// The manifest that lists what is new, and the files.
    pub(super) first: Vec<Staged>,
    /// The manifest that lists no more than what is wanted.
    pub(super) last: Option<Staged>,
}

/// Writes what `plan` asks for beside its places. If that fails, nothing of it
/// stays.
pub(super) fn stage(out: &Path, plan: &Plan) -> Result<Stages, Error> {
    let is_new = !out.exists();
    fs::create_dir_all(out).map_err(Error::io("create", out))?;
    stages(out, plan).inspect_err(|_| {
        if is_new {
            // The system removes no folder that holds something.
            let _ = fs::remove_dir(out);
        }
    })
}

fn stages(out: &Path, plan: &Plan) -> Result<Stages, Error> {
    let stage = |path: &str, text: &str| atomic::stage(&out.join(path), text.as_bytes());
    let mut stages = Stages {
        first: Vec::new(),
        last: None,
    };
    if let Some(interim) = &plan.interim {
        stages.first.push(stage(manifest::PATH, interim)?);
    }
    for change in &plan.outcome.changes {
        let Some(text) = &change.after else { continue };
        if change.path != manifest::PATH {
            stages.first.push(stage(&change.path, text)?);
        } else if plan.interim.as_ref() != Some(text) {
            stages.last = Some(stage(&change.path, text)?);
        }
    }
    Ok(stages)
}
