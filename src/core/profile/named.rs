//! Finds a bearing or a decision by what a person types: its id, or a beginning of its label or text that fits no other.
//! Capitals do not matter, nor how æ, ø and å are typed.

use super::{Bearing, Profile};
use crate::core::{fault::Fault, fold::fold};

/// The id of the decision at this place of the list, counted from 0: `d1`, `d2` … Decisions keep none of their own, so it
/// is another where one before it is deleted.
pub fn decision_id(at: usize) -> String {
    format!("d{}", at + 1)
}

impl Profile {
    /// The bearing that `given` names.
    ///
    /// # Errors
    /// [`Fault::UnknownBearing`]; [`Fault::Ambiguous`] where more than one begins like that.
    pub fn find_bearing(&self, given: &str) -> Result<&Bearing, Fault> {
        let named: Vec<(String, &str)> = self
            .bearings
            .iter()
            .map(|bearing| (bearing.id.clone(), bearing.label.as_str()))
            .collect();
        let unknown = |given, known| Fault::UnknownBearing { given, known };
        find(given, &named, unknown).map(|at| &self.bearings[at])
    }

    /// The place in the list of the decision that `given` names, counted from 0.
    ///
    /// # Errors
    /// [`Fault::UnknownDecision`]; [`Fault::Ambiguous`] where more than one begins like that.
    pub fn find_decision(&self, given: &str) -> Result<usize, Fault> {
        let named: Vec<(String, &str)> = self
            .decisions
            .iter()
            .enumerate()
            .map(|(at, decision)| (decision_id(at), decision.text.as_str()))
            .collect();
        find(given, &named, |given, known| Fault::UnknownDecision {
            given,
            known,
        })
    }
}

/// The place of what `given` names among ids and texts: the id itself, else the whole text, else its beginning.
fn find(
    given: &str,
    named: &[(String, &str)],
    unknown: impl FnOnce(String, Vec<String>) -> Fault,
) -> Result<usize, Fault> {
    if let Some(at) = named.iter().position(|(id, _)| id == given.trim()) {
        return Ok(at);
    }
    let wanted = fold(given.trim());
    let fits: [&dyn Fn(&str) -> bool; 2] = [&|text| text == wanted, &|text| text.starts_with(&wanted)];
    let texts: Vec<String> = named.iter().map(|(_, text)| fold(text.trim())).collect();
    let ids = |places: &[usize]| places.iter().map(|at| named[*at].0.clone()).collect();
    for fits in fits.into_iter().filter(|_| !wanted.is_empty()) {
        let found: Vec<usize> = (0..texts.len()).filter(|at| fits(&texts[*at])).collect();
        match found[..] {
            [] => {}
            [at] => return Ok(at),
            _ => {
                return Err(Fault::Ambiguous {
                    given: given.to_owned(),
                    candidates: ids(&found),
                });
            }
        }
    }
    let all: Vec<usize> = (0..named.len()).collect();
    Err(unknown(given.to_owned(), ids(&all)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile(labels: &[&str]) -> Profile {
        let mut profile = Profile::new("Min profil", "kalundborg-lsg", 2);
        for label in labels {
            let edit = profile.take_bearing((*label).into(), "2026-11-23T08:15:00+01:00".parse().unwrap());
            profile.apply(edit);
        }
        profile
    }

    #[test]
    fn a_bearing_is_named_by_its_id_or_a_beginning_that_fits_no_other() {
        let profile = profile(&["Efterår", "Efterår 2027", "Før ferien", "", "b1"]);
        let found = |given| profile.find_bearing(given).map(|bearing| &*bearing.id);
        for (given, id) in [
            ("b1", "b1"),
            ("b2", "b2"),
            ("efterår", "b1"),
            ("EFTERAAR 2", "b2"),
            ("foer", "b3"),
            ("b4", "b4"),
        ] {
            assert_eq!(found(given), Ok(id), "{given}");
        }
        let Err(Fault::Ambiguous { candidates, .. }) = found("efter") else {
            panic!("{:?}", found("efter"));
        };
        assert_eq!(candidates, ["b1", "b2"]);
        for given in ["", " ", "vinter", "b9"] {
            assert!(
                matches!(found(given), Err(Fault::UnknownBearing { .. })),
                "{given}"
            );
        }
    }
}
