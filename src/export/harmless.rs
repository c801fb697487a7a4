//! Text on its way out, harmless in every format: without what is not for the eye and what could steer a reader. What a
//! format must escape besides is its own.

use super::Input;
use crate::core::sanitise::{clean, clean_lines};

/// The title of the mark with this id, or the id where the framework has no such mark.
pub fn title_of(input: &Input, id: &str) -> String {
    let mark = input.framework.mark_by_id(id);
    line(mark.map_or(id, |index| &input.framework.mark(index).title))
}

/// `text` on one line, harmless in every format.
pub fn line(text: &str) -> String {
    clean(text).trim().to_owned()
}

/// `text` with its lines, harmless in every format.
pub fn lines(text: &str) -> String {
    clean_lines(text).trim().to_owned()
}
