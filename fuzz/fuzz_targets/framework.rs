//! Another organisation's framework: any bytes are a framework or a list of problems.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pejl::core::framework::Framework;

fuzz_target!(|bytes: &[u8]| match Framework::parse(bytes) {
    Ok(framework) => assert!(framework.mark_count() >= 1),
    Err(problems) => assert!(!problems.is_empty()),
});
