//! The dial.
