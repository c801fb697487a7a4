//! What the program is about. Knows no file, no clock, no terminal.

pub mod compare;
pub mod copies;
pub mod dial;
pub mod extra;
pub mod fault;
pub mod field;
pub mod find;
pub mod fold;
pub mod format;
pub mod framework;
pub mod history;
pub mod merge;
pub mod mirror;
pub mod moment;
pub mod monthly;
pub mod order;
pub mod place;
pub mod problem;
pub mod profile;
pub mod sanitise;
pub mod session;
pub mod share;
pub mod step;
pub mod team;
pub mod toml;
pub mod versions;
