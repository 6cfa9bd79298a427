#![no_main]

mod within_a_second;

use errcat_properties::decode::hold;
use within_a_second::within_a_second;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| within_a_second(hold, bytes));
