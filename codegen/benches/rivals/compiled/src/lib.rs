//! What generators wrote, as modules.

pub mod cases;
