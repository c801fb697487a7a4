//! The roles a colour can have on a screen, and what each is for.

/// How many fields have a colour of their own; a field beyond them starts over.
pub const FIELDS: usize = 12;

/// What something on the screen is. A theme says how each role looks.
///
/// *Text* roles are read, and every shipped theme keeps them at a contrast of 4.5 : 1 or more (high-contrast: 7 : 1)
/// on [`Role::Background`] and on [`Role::Overlay`]. *Shape* roles are seen; those that carry meaning keep 3 : 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// The page: text on the theme's own background. Paint it first, over the whole screen.
    Background,
    /// The page of an overlay, a shade off the background.
    Overlay,
    /// Text: running text.
    Text,
    /// Text: secondary, yet comfortable to read.
    Muted,
    /// Text: titles and numbers that stand out.
    Strong,
    /// Text: the program's own colour, which belongs to no field.
    Accent,
    /// Text and shape: the field of this index (0-based), its title, its dials, its petals.
    Field(usize),
    /// Shape: the border of the field of this index while it is not selected. 3 : 1.
    FieldDim(usize),
    /// Shape: borders and rules that belong to no field. 3 : 1.
    Border,
    /// Shape: the border of what is selected and belongs to no field. 3 : 1.
    SelectedBorder,
    /// Shape: the unlit part of a dial, the rings of a rose. Faint on purpose, says nothing alone.
    Track,
    /// Shape: the needle of a dial. 4.5 : 1.
    Needle,
    /// Shape: where a dial stood at the last bearing. 3 : 1.
    Ghost,
    /// Shape: the tick at neutral. 3 : 1.
    NeutralMark,
    /// Text: a question or notice that quotes the framework, warm and without alarm.
    Notice,
    /// Text: saved.
    Good,
    /// Text: not saved, or gone wrong.
    Alarm,
    /// Text: the name of a key in the hint bar and the help.
    Key,
    /// Text with its own background: what a search found.
    Match,
    /// Text with its own background: the row or button that is selected. All of the row takes this style alone.
    Selection,
    /// Text: a translation that is not the framework's own words.
    Unofficial,
}

/// The roles a theme file names one by one; fields come as a list, `fields`, of which [`Role::FieldDim`] is made.
pub(crate) const NAMED: [(&str, Role); 19] = [
    ("background", Role::Background),
    ("overlay", Role::Overlay),
    ("text", Role::Text),
    ("muted", Role::Muted),
    ("strong", Role::Strong),
    ("accent", Role::Accent),
    ("border", Role::Border),
    ("selected-border", Role::SelectedBorder),
    ("track", Role::Track),
    ("needle", Role::Needle),
    ("ghost", Role::Ghost),
    ("neutral-mark", Role::NeutralMark),
    ("notice", Role::Notice),
    ("good", Role::Good),
    ("alarm", Role::Alarm),
    ("key", Role::Key),
    ("match", Role::Match),
    ("selection", Role::Selection),
    ("unofficial", Role::Unofficial),
];

/// How many roles there are, each field counted.
pub(crate) const COUNT: usize = NAMED.len() + 2 * FIELDS;

impl Role {
    /// Every role, each field counted.
    pub fn all() -> impl Iterator<Item = Role> {
        let fields = (0..FIELDS).flat_map(|field| [Role::Field(field), Role::FieldDim(field)]);
        NAMED.into_iter().map(|(_, role)| role).chain(fields)
    }

    /// The place of the role in an array of [`COUNT`].
    pub(crate) fn index(self) -> usize {
        let named = NAMED.len();
        match self {
            Role::Background => 0,
            Role::Overlay => 1,
            Role::Text => 2,
            Role::Muted => 3,
            Role::Strong => 4,
            Role::Accent => 5,
            Role::Border => 6,
            Role::SelectedBorder => 7,
            Role::Track => 8,
            Role::Needle => 9,
            Role::Ghost => 10,
            Role::NeutralMark => 11,
            Role::Notice => 12,
            Role::Good => 13,
            Role::Alarm => 14,
            Role::Key => 15,
            Role::Match => 16,
            Role::Selection => 17,
            Role::Unofficial => 18,
            Role::Field(field) => named + field % FIELDS,
            Role::FieldDim(field) => named + FIELDS + field % FIELDS,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_has_a_place_of_its_own_and_named_ones_stand_in_the_order_of_their_names() {
        let mut places: Vec<usize> = Role::all().map(Role::index).collect();
        assert_eq!(places[..NAMED.len()], (0..NAMED.len()).collect::<Vec<_>>());
        places.sort_unstable();
        assert_eq!(places, (0..COUNT).collect::<Vec<_>>());
        assert_eq!(Role::Field(FIELDS + 1).index(), Role::Field(1).index());
    }
}
