//! The program's files as types: what serde reads and writes, with what has to be said where that fails. Owns the formats
//! with their versions, and the check of a framework; opens no file.

mod document;
mod fault;
pub mod framework;
pub mod gathering;
mod json;
pub mod profile;
pub mod share;
pub mod undo;

pub use document::DUPLICATES_LISTED;
