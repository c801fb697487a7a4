//! All tests of what the widgets show, one binary.

mod dial_pictures;
mod pixels;
mod polar_pictures;
