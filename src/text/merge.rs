//! The words about two versions of one profile, on the screen and in the dialogue: what a difference is called, what each
//! version says there, what comes of a merge.

use super::Text;
use crate::core::{
    framework::Framework,
    merge::{About, Incoming},
    profile::Profile,
    sanitise::clean,
};

messages! {
    /// Merging in one language.
    pub struct MergeText;

    /// The screen's name.
    title { da: "Flet to udgaver", en: "Merge two versions" }
    /// Over the open profile's side.
    mine { da: "Din udgave", en: "Your version" }
    /// Over the other side.
    theirs { da: "Den anden", en: "The other" }
    /// Over what is the profile's own and no mark's.
    profile { da: "Profilen", en: "The profile" }
    /// Over marks that the framework does not have.
    other_marks { da: "Andre pejlemærker", en: "Other guideposts" }
    /// Where a dial stands.
    dial { da: "drejeknap", en: "dial" }
    /// So many differences.
    count(count: usize) {
        da: { count: 0 => "Ingen forskelle", 1 => "1 forskel", _ => "{count} forskelle" },
        en: { count: 0 => "No differences", 1 => "1 difference", _ => "{count} differences" },
    }
    /// The other version is what another program wrote.
    from_program { da: "skrevet af et andet program", en: "written by another program" }
    /// The two have nothing to choose between.
    nothing_to_choose {
        da: "Der er ikke noget at vælge imellem.",
        en: "There is nothing to choose between.",
    }
    /// The two say the same.
    the_same { da: "De to udgaver siger det samme.", en: "The two versions say the same." }
    /// What comes in from the other version, listed.
    coming(what: &str) { da: "Kommer med fra den anden: {what}.", en: "Comes in from the other: {what}." }
    /// So many bearings.
    bearings(count: usize) {
        da: { count: 1 => "1 pejling", _ => "{count} pejlinger" },
        en: { count: 1 => "1 bearing", _ => "{count} bearings" },
    }
    /// So many decisions.
    decisions(count: usize) {
        da: { count: 1 => "1 beslutning", _ => "{count} beslutninger" },
        en: { count: 1 => "1 decision", _ => "{count} decisions" },
    }
    /// So many replies to the mirror.
    replies(count: usize) {
        da: { count: 1 => "1 svar i spejlet", _ => "{count} svar i spejlet" },
        en: { count: 1 => "1 answer in the mirror", _ => "{count} answers in the mirror" },
    }
    /// So many bearings were changed in one version; both are there after.
    doubled(count: usize) {
        da: { count:
            1 => "1 pejling er ikke ens i de to udgaver og står der to gange bagefter.",
            _ => "{count} pejlinger er ikke ens i de to udgaver og står der to gange bagefter.",
        },
        en: { count:
            1 => "1 bearing is not the same in the two versions and will be there twice.",
            _ => "{count} bearings are not the same in the two versions and will be there twice.",
        },
    }
    /// Only one version can be kept here.
    only_one { da: "Her kan du kun beholde den ene", en: "Only one can be kept here" }
    /// The merged profile is kept, and the other version is among the deleted.
    kept {
        da: "De to udgaver er flettet. Den anden ligger nu blandt de slettede profiler og kan hentes tilbage",
        en: "The two versions are merged. The other is now among the deleted profiles and can be brought back",
    }
    /// The merged profile is kept; the other version lies where it lay, and why.
    kept_beside(why: &str) {
        da: "De to udgaver er flettet og gemt. Den anden ligger der endnu: {why}",
        en: "The two versions are merged and saved. The other still lies there: {why}",
    }
    /// Nothing was changed.
    left {
        da: "Intet er ændret. Begge udgaver ligger der stadig",
        en: "Nothing is changed. Both versions still lie there",
    }
    /// The other version was changed while it was looked at.
    changed_meanwhile {
        da: "Den anden udgave er ændret imens. Se forskellene igen",
        en: "The other version has changed meanwhile. Look at the differences again",
    }
    /// Over the conflict copies among the profiles.
    copies { da: "Konfliktkopier", en: "Conflict copies" }
    /// What Enter does with a copy.
    merge_in { da: "Enter fletter den ind", en: "Enter merges it in" }
    /// A copy is not deleted; how it goes.
    copy_stays {
        da: "Enter fletter den ind i profilen. Så lægges den blandt de slettede",
        en: "Enter merges it into the profile. Then it is put among the deleted",
    }
    /// There are two versions of the open profile.
    two {
        da: "Et andet program har ændret profilen. Begge udgaver er gemt.",
        en: "Another program changed the profile. Both versions are kept.",
    }
    /// How the dialogue comes to the choice between them.
    how { da: "Skriv »flet« for at vælge mellem de to.", en: "Type “merge” to choose between the two." }
    /// To go on with the own version.
    go_on_mine { da: "Arbejd videre i din udgave", en: "Carry on in your version" }
    /// To go on with the other.
    go_on_theirs { da: "Arbejd videre i den anden", en: "Carry on in the other" }
    /// To merge the two.
    merge_them { da: "Flet de to", en: "Merge the two" }
    /// So many conflict copies.
    copies_are(count: usize) {
        da: { count: 1 => "1 konfliktkopi af en profil", _ => "{count} konfliktkopier af profiler" },
        en: { count: 1 => "1 conflict copy of a profile", _ => "{count} conflict copies of profiles" },
    }
    /// To merge the copy in this file.
    merge_copy(file: &str) { da: "Flet {file} ind", en: "Merge {file} in" }
    /// The question about a difference: which of how many, and what it is about.
    question(at: usize, count: usize, what: &str) {
        da: "Forskel {at} af {count}: {what}.",
        en: "Difference {at} of {count}: {what}.",
    }
    /// To keep both.
    keep_both { da: "Begge", en: "Both" }
    /// Mine, also for all that is left.
    rest_mine { da: "Din her og i resten", en: "Yours here and in the rest" }
    /// Theirs, also for all that is left.
    rest_theirs { da: "Den anden her og i resten", en: "The other here and in the rest" }
    /// How many were chosen of mine, of theirs, and both.
    chosen(mine: usize, theirs: usize, both: usize) {
        da: "Valgt: {mine} fra din, {theirs} fra den anden, {both} fra begge.",
        en: "Chosen: {mine} of yours, {theirs} of the other, {both} of both.",
    }
    /// To keep the merged one.
    keep { da: "Gem den flettede profil", en: "Save the merged profile" }
    /// To choose from the beginning.
    again { da: "Vælg forfra", en: "Choose again" }
    /// To leave both as they are.
    leave { da: "Flet ikke nu", en: "Do not merge now" }
}
impl Text {
    /// What a difference is called, without the mark it is about.
    pub fn difference(&self, about: &About) -> &'static str {
        match about {
            About::Name => self.profiles.name,
            About::Unit => self.profiles.unit,
            About::Challenge => self.profiles.challenge,
            About::Level => self.profiles.level,
            About::Review => self.profiles.review,
            About::Note => self.bearings.profile_note,
            About::Value(_) => self.merge.dial,
            About::MarkNote(_) => self.note,
            About::Documents(_) => self.actions.documents,
            About::Enriches(_) => self.actions.enriches,
            About::Decision { .. } => self.bearings.decision,
            About::Reply(_) => self.mirror.reply,
        }
    }

    /// What a version says at a difference, `theirs` being true for the other one; empty where it says nothing.
    pub fn version(&self, about: &About, of: &Profile, theirs: bool, framework: &Framework) -> String {
        let list = |of: Option<Vec<String>>| of.unwrap_or_default().join(", ");
        let title = |id: &String| {
            framework
                .mark_by_id(id)
                .map_or(id.clone(), |mark| framework.mark(mark).title.clone())
        };
        match about {
            About::Name => of.name.clone(),
            About::Unit => of.unit.clone(),
            About::Challenge => of.challenge.clone(),
            About::Level => {
                let level = framework.levels.get(usize::from(of.level.max(1)) - 1);
                level
                    .cloned()
                    .unwrap_or_else(|| format!("{} {}", self.level, of.level))
            }
            About::Review => of.review.map_or(String::new(), |date| self.date(date)),
            About::Note => of.note.clone(),
            About::Value(mark) => {
                let value = of.value(mark);
                format!("{value} {}", self.stand(value))
            }
            About::MarkNote(mark) => of.note(mark).to_owned(),
            About::Documents(mark) => list(of.dials.get(mark).map(|dial| dial.documents.clone())),
            About::Enriches(mark) => {
                let marks = of.dials.get(mark);
                list(marks.map(|dial| dial.enriches.iter().map(title).collect()))
            }
            About::Decision { mine, theirs: other } => {
                let Some(decision) = of.decisions.get(if theirs { *other } else { *mine }) else {
                    return String::new();
                };
                let answers = decision.answers.iter();
                let answers = answers.map(|(mark, answer)| format!("{}: {answer}", title(mark)));
                [decision.text.clone()]
                    .into_iter()
                    .chain(answers)
                    .collect::<Vec<_>>()
                    .join("\n")
            }
            About::Reply(question) => match of.replies.get(question) {
                Some(reply) if !reply.text.trim().is_empty() => reply.text.clone(),
                Some(reply) if reply.put_away => self.mirror.is_put_away.to_owned(),
                _ => String::new(),
            },
        }
    }

    /// What comes in from the other version without a question: a sentence a line.
    pub fn incoming(&self, incoming: &Incoming) -> Vec<String> {
        let words = self.merge;
        let (bearings, decisions, replies) = (incoming.bearings.len(), incoming.decisions, incoming.replies);
        let counts = [
            (bearings, words.bearings(bearings)),
            (decisions, words.decisions(decisions)),
            (replies, words.replies(replies)),
        ];
        let counts = counts.into_iter().filter(|(count, _)| *count > 0);
        let counts: Vec<String> = counts.map(|(_, said)| said).collect();
        let coming = (!counts.is_empty()).then(|| words.coming(&counts.join(", ")));
        let doubled = (incoming.doubled > 0).then(|| words.doubled(incoming.doubled));
        coming.into_iter().chain(doubled).collect()
    }

    /// A difference in one line, with the mark it is about.
    pub fn difference_in_full(&self, about: &About, framework: &Framework) -> String {
        let what = self.difference(about);
        match about.mark() {
            Some(id) => {
                let mark = framework.mark_by_id(id);
                let title = mark.map_or(id, |mark| &framework.mark(mark).title);
                format!("{}, {}", clean(title), what.to_lowercase())
            }
            None => what.to_owned(),
        }
    }
}
