//! The fields of a file that this version does not know: carried along and written back unchanged. Nearly always there are
//! none, and then they take one word, as every dial of every bearing has room for them.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};
use std::{ops::Deref, sync::LazyLock};

type Fields = Map<String, Value>;

static NONE: LazyLock<Fields> = LazyLock::new(Fields::new);

/// Unknown fields, in their order; read as the map they are.
#[derive(Clone, Debug, Default, PartialEq)]
// none rather than an empty map
pub struct Extra(Option<Box<Fields>>);

impl Extra {
    /// No fields.
    pub const fn new() -> Self {
        Self(None)
    }

    /// Sets a field, in its place where it is there, else last.
    pub fn insert(&mut self, key: String, value: Value) {
        self.0.get_or_insert_default().insert(key, value);
    }

    /// Takes a field out; the others keep their order.
    pub fn remove(&mut self, key: &str) -> Option<Value> {
        let value = self.0.as_mut()?.shift_remove(key);
        self.0.take_if(|fields| fields.is_empty());
        value
    }
}

impl FromIterator<(String, Value)> for Extra {
    fn from_iter<I: IntoIterator<Item = (String, Value)>>(fields: I) -> Self {
        Fields::from_iter(fields).into()
    }
}

impl From<Fields> for Extra {
    fn from(fields: Fields) -> Self {
        Self((!fields.is_empty()).then(|| Box::new(fields)))
    }
}

impl Deref for Extra {
    type Target = Fields;

    fn deref(&self) -> &Fields {
        self.0.as_deref().unwrap_or(&NONE)
    }
}

impl<'a> IntoIterator for &'a Extra {
    type Item = (&'a String, &'a Value);
    type IntoIter = serde_json::map::Iter<'a>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Serialize for Extra {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Extra {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Fields::deserialize(deserializer).map(Self::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_fields_are_equal_however_they_came_about_and_take_one_word() {
        let mut extra = Extra::new();
        extra.insert("a".into(), 1.into());
        assert_eq!(extra.remove("a"), Some(1.into()));
        assert_eq!(extra, Extra::new());
        assert_eq!(serde_json::from_str::<Extra>("{}").unwrap(), Extra::new());
        assert_eq!(size_of::<Extra>(), size_of::<usize>());
    }
}
