//! Reads what a person types to name a mark or a field: an id, a position such as `2.1`, or any beginning of an id
//! or a title that fits only one of them.
//!
//! Capitals do not matter, and neither do accents and how the Danish letters are typed: `Ø`, `ø`, `oe` and `o` are the
//! same in a name, as [`fold`] has it. Of two ids that differ in that alone, each is found as it is written. It only points; nothing here reads the definitions, which is the search screen's work.

use super::{FieldIndex, Framework, MarkIndex};
use crate::core::fold::fold;

/// What a name can point at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// A field.
    Field(FieldIndex),
    /// A mark.
    Mark(MarkIndex),
}

/// Why a name points at nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// Nothing is called that.
    Unknown {
        /// What is called nearly that, the nearest first; at most three, often none.
        near: Vec<Target>,
    },
    /// More than one begins like that.
    Ambiguous {
        /// All of them, in the framework's order, each field before its marks.
        candidates: Vec<Target>,
    },
}

/// The longest name that is looked up, in characters: longer than any title.
const LONGEST: usize = super::TITLE_MAX;
/// How many near names are offered.
const NEAR: usize = 3;

impl Framework {
    /// The mark that `given` names.
    ///
    /// # Errors
    /// When none does, or more than one; the candidates are marks only.
    pub fn find_mark(&self, given: &str) -> Result<MarkIndex, Lookup> {
        let marks = self.marks().map(|(index, ..)| Target::Mark(index)).collect();
        match self.look_up(given, marks)? {
            Target::Mark(index) => Ok(index),
            Target::Field(_) => unreachable!("only marks were looked among"),
        }
    }

    /// The field or mark that `given` names. `1`, `2` … name fields; where a beginning fits both a field and a
    /// mark, it names neither.
    ///
    /// # Errors
    /// When none does, or more than one.
    pub fn find(&self, given: &str) -> Result<Target, Lookup> {
        let of_field =
            |field| std::iter::once(Target::Field(field)).chain(self.marks_of(field).map(Target::Mark));
        self.look_up(given, self.field_indices().flat_map(of_field).collect())
    }

    /// Tries each kind of fit in turn, the exact ones first, and takes the first kind that anything has.
    fn look_up(&self, given: &str, among: Vec<Target>) -> Result<Target, Lookup> {
        let given = given.trim();
        if given.is_empty() || given.chars().count() > LONGEST {
            return Err(Lookup::Unknown { near: Vec::new() });
        }
        let spelt = spelling(given);
        let names: Vec<Names> = among.iter().map(|&target| self.names(target)).collect();
        let fits: [&dyn Fn(&Names) -> bool; 5] = [
            &|names| names.id == given,
            &|names| names.spelt_id == spelt,
            &|names| names.position == given,
            &|names| names.titles.contains(&spelt),
            &|names| names.all().any(|name| name.starts_with(&spelt)),
        ];
        for fit in fits {
            let found: Vec<Target> = among
                .iter()
                .zip(&names)
                .filter(|(_, names)| fit(names))
                .map(|(&target, _)| target)
                .collect();
            match found[..] {
                [] => {}
                [target] => return Ok(target),
                _ => return Err(Lookup::Ambiguous { candidates: found }),
            }
        }
        let mut near: Vec<(usize, Target)> = Vec::new();
        for (&target, names) in among.iter().zip(&names) {
            let nearest = names.all().map(|name| edit_distance(&spelt, name)).min();
            let allowed = spelt.chars().count() / 3;
            near.extend(nearest.filter(|&d| d <= allowed).map(|d| (d, target)));
        }
        near.sort_by_key(|&(distance, _)| distance);
        Err(Lookup::Unknown {
            near: near.into_iter().take(NEAR).map(|(_, target)| target).collect(),
        })
    }

    fn names(&self, target: Target) -> Names {
        match target {
            Target::Field(index) => {
                let field = self.field(index);
                let titles = [&field.short, &field.title];
                Names::new(&field.id, format!("{}", index.get() + 1), titles.into_iter())
            }
            Target::Mark(index) => {
                let mark = self.mark(index);
                let titles = [&mark.short, &mark.title].into_iter().chain(&mark.title_variants);
                Names::new(&mark.id, self.position(index), titles)
            }
        }
    }
}

/// What something is called: as it is written, and as names are compared.
struct Names {
    id: String,
    spelt_id: String,
    position: String,
    titles: Vec<String>,
}

impl Names {
    fn new<'a>(id: &str, position: String, titles: impl Iterator<Item = &'a String>) -> Self {
        Self {
            id: id.to_owned(),
            spelt_id: spelling(id),
            position,
            titles: titles.map(|title| spelling(title)).collect(),
        }
    }

    fn all(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.spelt_id.as_str()).chain(self.titles.iter().map(String::as_str))
    }
}

/// The name as names are compared, its words parted by one space each: a hyphen parts them too.
fn spelling(name: &str) -> String {
    let folded = fold(name).replace(['-', '_'], " ");
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How far `given` is from `name` or from a beginning of it: the fewest letters to add, drop or change. Standing
/// whole inside the name is near too, at 1.
fn edit_distance(given: &str, name: &str) -> usize {
    if given.chars().count() > 2 && name.contains(given) {
        return 1;
    }
    let name: Vec<char> = name.chars().collect();
    // Wagner and Fischer's table, a row at a time: row[j] is the distance from the letters so far to name[..j].
    let mut row: Vec<usize> = (0..=name.len()).collect();
    for (i, g) in given.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, &n) in name.iter().enumerate() {
            let changed = diagonal + usize::from(g != n);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row.into_iter().min().unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(framework: &Framework, target: Target) -> &str {
        match target {
            Target::Field(index) => &framework.field(index).id,
            Target::Mark(index) => &framework.mark(index).id,
        }
    }

    fn found(given: &str) -> String {
        let framework = Framework::built_in();
        match framework.find(given) {
            Ok(target) => id(&framework, target).to_owned(),
            Err(Lookup::Ambiguous { candidates }) => {
                let ids: Vec<_> = candidates.iter().map(|&t| id(&framework, t)).collect();
                format!("which: {}", ids.join(" "))
            }
            Err(Lookup::Unknown { near }) => {
                let ids: Vec<_> = near.iter().map(|&t| id(&framework, t)).collect();
                format!("near: {}", ids.join(" ")).trim().to_owned()
            }
        }
    }

    #[test]
    fn every_id_position_short_title_and_title_finds_its_own() {
        let framework = Framework::built_in();
        for (index, _, mark) in framework.marks() {
            for given in [&mark.id, &mark.short, &mark.title, &framework.position(index)] {
                assert_eq!(framework.find_mark(given), Ok(index), "{given}");
                assert_eq!(framework.find_mark(&given.to_uppercase()), Ok(index), "{given}");
                assert_eq!(framework.find(given), Ok(Target::Mark(index)), "{given}");
            }
        }
        for (at, index) in framework.field_indices().enumerate() {
            let field = framework.field(index);
            for given in [&field.id, &field.short, &field.title, &format!("{}", at + 1)] {
                assert_eq!(framework.find(given), Ok(Target::Field(index)), "{given}");
            }
        }
    }

    #[test]
    fn danish_letters_may_be_typed_in_full_in_two_or_in_a_hurry() {
        for given in [
            "økonomistyring",
            "Økonomi",
            "oekonomi",
            "okonomi",
            "OEKONOMISTYRING",
            "ØK",
            "ok",
        ] {
            assert_eq!(found(given), "oekonomistyring", "{given}");
        }
        for given in [
            "målsætning",
            "maalsaetning",
            "malsætning",
            "malsaet",
            "Mål",
            "ma\u{30a}lsætning",
        ] {
            assert_eq!(found(given), "maalsaetning", "{given}");
        }
        for given in ["fællesskaber", "faellesskaber", "fæl", "FAEL"] {
            assert_eq!(found(given), "faellesskaber", "{given}");
        }
        for given in [
            "arbejdsmiljø",
            "arbejdsmiljoe",
            "arbejdsmiljo",
            "motiverende arbejdsmiljø",
            "arbejdsmiljö",
            "árbejdsmiljo",
        ] {
            assert_eq!(found(given), "arbejdsmiljoe", "{given}");
        }
    }

    #[test]
    fn an_unambiguous_beginning_of_an_id_or_title_is_enough() {
        assert_eq!(found("e"), "evidens");
        assert_eq!(found("nys"), "relationer");
        assert_eq!(found("vi holder"), "drift");
        assert_eq!(found("sikker dr"), "sikker-drift");
        assert_eq!(found("Sikker-dr"), "sikker-drift");
        assert_eq!(found("  tilpas "), "tilpasning");
        assert_eq!(
            found("Målsætning og opfølgning med fokus på effekt"),
            "maalsaetning",
            "a variant"
        );
    }

    #[test]
    fn an_exact_name_wins_over_beginnings() {
        // `drift` is a field, and nothing else is called that.
        assert_eq!(found("drift"), "drift");
        let mut framework = Framework::built_in();
        framework.fields[0].marks[0].id = "driftsikkerhed".into();
        framework.fields[0].marks[1].short = "drift".into();
        let drift = framework.field_by_id("drift").unwrap();
        assert_eq!(
            framework.find("drift"),
            Ok(Target::Field(drift)),
            "an id wins over a short title"
        );
        framework.fields[3].marks[2].short = "Inno".into();
        let inno = framework.mark_by_id("faellesskaber").unwrap();
        assert_eq!(
            framework.find_mark("inno"),
            Ok(inno),
            "a whole title wins over a beginning"
        );
    }

    #[test]
    fn ids_that_differ_in_the_spelling_of_a_letter_are_found_as_they_are_written() {
        let mut framework = Framework::built_in();
        framework.fields[0].marks[0].id = "mal".into();
        framework.fields[0].marks[1].id = "maal".into();
        for id in ["mal", "maal"] {
            assert_eq!(framework.find_mark(id), Ok(framework.mark_by_id(id).unwrap()));
        }
        assert!(matches!(
            framework.find_mark("Mål"),
            Err(Lookup::Ambiguous { .. })
        ));
    }

    #[test]
    fn a_beginning_that_fits_a_field_and_a_mark_lists_both() {
        assert_eq!(found("samsk"), "which: samskaber samskabelse");
        assert_eq!(found("vi s"), "which: samskaber styrker");
        let framework = Framework::built_in();
        assert_eq!(
            framework.find_mark("samsk"),
            Ok(framework.mark_by_id("samskabelse").unwrap())
        );
        let Err(Lookup::Ambiguous { candidates }) = framework.find_mark("s") else {
            panic!()
        };
        let ids: Vec<_> = candidates.iter().map(|&t| id(&framework, t)).collect();
        assert_eq!(ids, ["samskabelse", "innovation", "sikker-drift"]);
    }

    #[test]
    fn what_is_called_nearly_that_is_offered_nearest_first() {
        assert_eq!(found("evidnes"), "near: evidens");
        assert_eq!(found("inovation"), "near: innovation");
        assert_eq!(found("relationsopbyg"), "near: relationer");
        assert_eq!(found("opgaveløsning"), "near: evidens ressourceopbygning");
        assert_eq!(found("samskaberne"), "near: samskaber samskabelse");
    }

    #[test]
    fn nonsense_an_empty_name_and_a_position_out_of_range_find_nothing_and_offer_nothing() {
        for given in [
            "",
            "   ",
            "x",
            "qq",
            "zzzzzz",
            "5",
            "0",
            "2.4",
            "0.1",
            "2.",
            ".1",
            "-1",
            "2.1.1",
            "\u{1b}[2J",
        ] {
            assert_eq!(found(given), "near:", "{given:?}");
        }
        assert_eq!(found(&"s".repeat(100_000)), "near:");
    }

    proptest::proptest! {
        #[test]
        fn no_name_makes_it_panic(given in ".*") {
            let _ = Framework::built_in().find(&given);
            let _ = Framework::built_in().find_mark(&given);
        }

        #[test]
        fn every_beginning_of_an_id_finds_it_or_lists_it(at in 0usize..12, cut in 1usize..30) {
            let framework = Framework::built_in();
            let index = framework.mark_at(at).unwrap();
            let given: String = framework.mark(index).id.chars().take(cut).collect();
            let listed = match framework.find(&given) {
                Ok(target) => target == Target::Mark(index)
                    // `drift` is the one id that begins nothing else but is a field's.
                    || id(&framework, target) == given,
                Err(Lookup::Ambiguous { candidates }) => candidates.contains(&Target::Mark(index)),
                Err(Lookup::Unknown { .. }) => false,
            };
            proptest::prop_assert!(listed, "{}", given);
        }
    }
}
