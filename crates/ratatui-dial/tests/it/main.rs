//! All tests of what the widgets show, one binary.

mod common;
mod dial_pictures;
mod dial_rules;
mod pixels;
mod polar_pictures;
