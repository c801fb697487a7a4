//! The text input, free of the domain. The dial and the rose are the crate `ratatui-dial`.

pub mod input;
