//! Drawings that know no word of the domain and could each be a crate of their own.

pub mod canvas;
pub mod color;
pub mod course;
pub mod dial;
pub mod input;
pub mod rose;
pub mod spark;
