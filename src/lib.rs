//! pejl: a leadership framework in the terminal, with a dial on every mark.
//!
//! # The house
//!
//! | room | owns | may use |
//! | --- | --- | --- |
//! | [`core`] | framework, dial values, profile, faults: what the program is about | nothing |
//! | [`widget`] | the text input, free of the domain | nothing |
//! | [`text`] | every word the program says, Danish and English | core |
//! | [`format`](mod@format) | files as types: serde's derived reading and writing, the check of a framework | core |
//! | [`store`] | the only code that touches a profile's files | core, format |
//! | [`export`] | a profile as bytes of other formats | core, text |
//! | [`ui`] | how things look: themes, pages of text, the parts all screens draw with; the only code that knows colours | core, text, widget |
//! | [`screens`] | what all screens share, the keymap, and a file a screen: its state, its actions, its drawing, what the mouse hits | core, text, ui, widget |
//! | [`app`] | the stack of screens, the bars around them, the mouse: an event in, effects out | core, text, ui, screens, widget |
//! | [`config`] | the reader's settings and own themes on the disk | app, screens, ui, store, core, text |
//! | [`terminal`] | the terminal, the loop, performing effects | all but cli |
//! | [`plain`] | the same work as a dialogue of lines | app, screens, config, store, export, core, format, text |
//! | [`cli`] | the command line | all |
//!
//! The dial and the rose are a crate of their own, `ratatui-dial`, which app and ui use.
//!
//! A test (`tests/it/house.rs`) reads the `use` lines and fails on any other arrow.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod app;
pub mod cli;
pub mod config;
pub mod core;
pub mod export;
pub mod format;
pub mod plain;
pub mod screens;
pub mod store;
pub mod terminal;
pub mod text;
pub mod ui;
pub mod widget;
