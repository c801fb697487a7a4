//! What a file holds beyond what this version knows. Nearly always that is nothing, and there is one of these in every
//! dial of every bearing: nothing takes the room of a pointer, where a map would take that of nine.

use serde_json::{Map, Value};
use std::{
    ops::{Deref, DerefMut},
    sync::LazyLock,
};

/// What a file held that this version does not know, in its order; carried along and written back unchanged. A map, on
/// the heap where it has anything in it.
#[derive(Clone, Debug, Default)]
pub struct Extra(Option<Box<Map<String, Value>>>);

impl Extra {
    /// None.
    pub const fn new() -> Self {
        Self(None)
    }

    /// Takes all of them away.
    pub fn clear(&mut self) {
        self.0 = None;
    }
}

impl Deref for Extra {
    type Target = Map<String, Value>;

    fn deref(&self) -> &Self::Target {
        static NONE: LazyLock<Map<String, Value>> = LazyLock::new(Map::new);
        self.0.as_deref().unwrap_or(&NONE)
    }
}

impl DerefMut for Extra {
    fn deref_mut(&mut self) -> &mut Self::Target {
        self.0.get_or_insert_default()
    }
}

impl PartialEq for Extra {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl FromIterator<(String, Value)> for Extra {
    fn from_iter<T: IntoIterator<Item = (String, Value)>>(fields: T) -> Self {
        let map: Map<_, _> = fields.into_iter().collect();
        Self((!map.is_empty()).then(|| Box::new(map)))
    }
}

impl<'a> IntoIterator for &'a Extra {
    type Item = (&'a String, &'a Value);
    type IntoIter = serde_json::map::Iter<'a>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_nothing_whatever_was_in_it_and_takes_the_room_of_a_pointer() {
        let mut extra = Extra::new();
        assert!(extra.is_empty() && extra.get("a").is_none());
        extra.insert("a".into(), 1.into());
        assert_ne!(extra, Extra::new());
        extra.remove("a");
        assert_eq!(extra, Extra::new());
        assert_eq!(Extra::from_iter([]), Extra::new());
        assert_eq!(size_of::<Extra>(), size_of::<usize>());
    }
}
