//! A profile written again and again, as a dial is turned: what has not changed since is not put into words again. Owns
//! that memory; what the words are is `schema`'s.

use super::schema;
use crate::core::profile::{Bearing, Profile};
use std::sync::Arc;

/// The bearings of a profile as they stand in its file, for as long as they are the same: most of the file.
#[derive(Default)]
pub(super) struct Written(Option<(Arc<Vec<Bearing>>, Vec<u8>)>);

impl Written {
    /// The bytes of the profile's file: what [`schema::write`] gives.
    pub(super) fn file(&mut self, profile: &Profile) -> Vec<u8> {
        // nothing else can look like it: line ends within texts are escaped, and what is deeper stands further in
        const EMPTY: &[u8] = b"\n  \"bearings\": []";
        let file = pretty(&schema::to_json(profile, Vec::new()));
        let at = file.windows(EMPTY.len()).position(|part| part == EMPTY);
        let (before, after) = file.split_at(at.expect("a profile has bearings") + EMPTY.len() - 2);
        [before, self.bearings(&profile.bearings), &after[2..], b"\n"].concat()
    }

    fn bearings(&mut self, bearings: &Arc<Vec<Bearing>>) -> &[u8] {
        let kept = self.0.take().filter(|(kept, _)| Arc::ptr_eq(kept, bearings));
        let write = || {
            let values: Vec<_> = bearings.iter().map(schema::bearing).collect();
            let text = String::from_utf8(pretty(&values.into())).expect("JSON is text");
            // they stand one level in
            (bearings.clone(), text.replace('\n', "\n  ").into_bytes())
        };
        &self.0.insert(kept.unwrap_or_else(write)).1
    }
}

fn pretty(value: &serde_json::Value) -> Vec<u8> {
    serde_json::to_vec_pretty(value).expect("a map with text keys can be written")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::{dial::DialValue, profile::Edit};

    fn whole(profile: &Profile) -> String {
        String::from_utf8([pretty(&schema::as_json(profile)), b"\n".to_vec()].concat()).unwrap()
    }

    #[test]
    fn written_again_a_profile_is_what_it_is_when_it_is_written_for_the_first_time() {
        const LURE: &str = "\n  \"bearings\": []";
        let mut profile = Profile::new(LURE, "x", 1);
        profile
            .extra
            .insert(LURE.into(), serde_json::json!({ "bearings": [] }));
        profile.extra.insert("bearings".into(), serde_json::json!([]));
        let taken = |profile: &Profile, label: &str| Edit::InsertBearing {
            at: 9,
            bearing: Box::new(
                profile.bearing_of_now(label.into(), "2026-11-23T08:15:00+01:00".parse().unwrap()),
            ),
        };
        let value = |steps| Edit::Dials(vec![("evidens".into(), DialValue::NEUTRAL.turned(steps))]);
        let note = Edit::Note {
            mark: "evidens".into(),
            text: LURE.into(),
        };
        let (first, second) = (taken(&profile, LURE), |profile: &Profile| taken(profile, "B\nC"));
        let mut written = Written::default();
        let mut holds = |profile: &Profile| {
            let bytes = written.file(profile);
            assert_eq!(String::from_utf8(bytes).unwrap(), whole(profile));
        };
        holds(&profile);
        for edit in [value(2), first, value(3), note, value(-1)] {
            profile.apply(edit);
            holds(&profile);
        }
        let edit = second(&profile);
        let back = profile.apply(edit);
        holds(&profile);
        holds(&profile);
        profile.apply(back);
        holds(&profile);
    }
}
