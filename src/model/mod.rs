//! What the program is about. Knows no file, no clock, no terminal.

pub mod framework;
