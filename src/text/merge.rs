//! The words about two versions of one profile, on the screen and in the dialogue: what a difference is called, what each
//! version says there, what comes of a merge.

use super::Text;
use crate::core::{
    framework::Framework,
    merge::{About, Incoming},
    profile::Profile,
    sanitise::clean,
};

/// Merging in one language.
pub struct MergeText {
    /// The screen's name.
    pub title: &'static str,
    /// Over the open profile's side.
    pub mine: &'static str,
    /// Over the other side.
    pub theirs: &'static str,
    /// Over what is the profile's own and no mark's.
    pub profile: &'static str,
    /// Over marks that the framework does not have.
    pub other_marks: &'static str,
    /// Where a dial stands.
    pub dial: &'static str,
    /// So many differences.
    pub count: fn(usize) -> String,
    /// The other version is what another program wrote.
    pub from_program: &'static str,
    /// The two have nothing to choose between.
    pub nothing_to_choose: &'static str,
    /// The two say the same.
    pub the_same: &'static str,
    /// What comes in from the other version, listed.
    pub coming: fn(&str) -> String,
    /// So many bearings.
    pub bearings: fn(usize) -> String,
    /// So many decisions.
    pub decisions: fn(usize) -> String,
    /// So many replies to the mirror.
    pub replies: fn(usize) -> String,
    /// So many bearings were changed in one version; both are there after.
    pub doubled: fn(usize) -> String,
    /// Only one version can be kept here.
    pub only_one: &'static str,
    /// The merged profile is kept, and the other version is among the deleted.
    pub kept: &'static str,
    /// The merged profile is kept; the other version lies where it lay, and why.
    pub kept_beside: fn(&str) -> String,
    /// Nothing was changed.
    pub left: &'static str,
    /// The other version was changed while it was looked at.
    pub changed_meanwhile: &'static str,
    /// Over the conflict copies among the profiles.
    pub copies: &'static str,
    /// What Enter does with a copy.
    pub merge_in: &'static str,
    /// A copy is not deleted; how it goes.
    pub copy_stays: &'static str,
    /// There are two versions of the open profile.
    pub two: &'static str,
    /// How the dialogue comes to the choice between them.
    pub how: &'static str,
    /// To go on with the own version.
    pub go_on_mine: &'static str,
    /// To go on with the other.
    pub go_on_theirs: &'static str,
    /// To merge the two.
    pub merge_them: &'static str,
    /// So many conflict copies.
    pub copies_are: fn(usize) -> String,
    /// To merge the copy in this file.
    pub merge_copy: fn(&str) -> String,
    /// The question about a difference: which of how many, and what it is about.
    pub question: fn(usize, usize, &str) -> String,
    /// To keep both.
    pub keep_both: &'static str,
    /// Mine, also for all that is left.
    pub rest_mine: &'static str,
    /// Theirs, also for all that is left.
    pub rest_theirs: &'static str,
    /// How many were chosen of mine, of theirs, and both.
    pub chosen: fn(usize, usize, usize) -> String,
    /// To keep the merged one.
    pub keep: &'static str,
    /// To choose from the beginning.
    pub again: &'static str,
    /// To leave both as they are.
    pub leave: &'static str,
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
            About::Review => of.review.map_or(String::new(), |date| (self.date)(date)),
            About::Note => of.note.clone(),
            About::Value(mark) => {
                let value = of.value(mark);
                format!("{value} {}", (self.stand)(value))
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
        let counts = [
            (incoming.bearings.len(), words.bearings),
            (incoming.decisions, words.decisions),
            (incoming.replies, words.replies),
        ];
        let counts = counts.into_iter().filter(|(count, _)| *count > 0);
        let counts: Vec<String> = counts.map(|(count, say)| say(count)).collect();
        let coming = (!counts.is_empty()).then(|| (words.coming)(&counts.join(", ")));
        let doubled = (incoming.doubled > 0).then(|| (words.doubled)(incoming.doubled));
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

/// Danish.
pub const DA: MergeText = MergeText {
    title: "Flet to udgaver",
    mine: "Din udgave",
    theirs: "Den anden",
    profile: "Profilen",
    other_marks: "Andre pejlemærker",
    dial: "drejeknap",
    count: |count| match count {
        0 => "Ingen forskelle".to_owned(),
        1 => "1 forskel".to_owned(),
        many => format!("{many} forskelle"),
    },
    from_program: "skrevet af et andet program",
    nothing_to_choose: "Der er ikke noget at vælge imellem.",
    the_same: "De to udgaver siger det samme.",
    coming: |what| format!("Kommer med fra den anden: {what}."),
    bearings: |count| match count {
        1 => "1 pejling".to_owned(),
        many => format!("{many} pejlinger"),
    },
    decisions: |count| match count {
        1 => "1 beslutning".to_owned(),
        many => format!("{many} beslutninger"),
    },
    replies: |count| match count {
        1 => "1 svar i spejlet".to_owned(),
        many => format!("{many} svar i spejlet"),
    },
    doubled: |count| match count {
        1 => "1 pejling er ikke ens i de to udgaver og står der to gange bagefter.".to_owned(),
        many => format!("{many} pejlinger er ikke ens i de to udgaver og står der to gange bagefter."),
    },
    only_one: "Her kan kun den ene gå videre",
    kept: "De to udgaver er flettet. Den anden ligger nu blandt de slettede profiler og kan hentes tilbage",
    kept_beside: |why| format!("De to udgaver er flettet og gemt. Den anden ligger der endnu: {why}"),
    left: "Intet er ændret. Begge udgaver ligger der stadig",
    changed_meanwhile: "Den anden udgave er ændret imens. Se forskellene igen",
    copies: "Konfliktkopier",
    merge_in: "Enter fletter den ind",
    copy_stays: "Enter fletter den ind i profilen. Så lægges den blandt de slettede",
    two: "Et andet program har ændret profilen. Begge udgaver er gemt.",
    how: "Skriv »flet« for at vælge mellem de to.",
    go_on_mine: "Gå videre med din udgave",
    go_on_theirs: "Gå videre med den anden",
    merge_them: "Flet de to",
    copies_are: |count| match count {
        1 => "1 konfliktkopi af en profil".to_owned(),
        many => format!("{many} konfliktkopier af profiler"),
    },
    merge_copy: |file| format!("Flet {file} ind"),
    question: |at, count, what| format!("Forskel {at} af {count}: {what}."),
    keep_both: "Begge",
    rest_mine: "Din her og i resten",
    rest_theirs: "Den anden her og i resten",
    chosen: |mine, theirs, both| format!("Valgt: {mine} fra din, {theirs} fra den anden, {both} fra begge."),
    keep: "Gem den flettede profil",
    again: "Vælg forfra",
    leave: "Lad begge ligge",
};

/// English.
pub const EN: MergeText = MergeText {
    title: "Merge two versions",
    mine: "Your version",
    theirs: "The other",
    profile: "The profile",
    other_marks: "Other marks",
    dial: "dial",
    count: |count| match count {
        0 => "No differences".to_owned(),
        1 => "1 difference".to_owned(),
        many => format!("{many} differences"),
    },
    from_program: "written by another program",
    nothing_to_choose: "There is nothing to choose between.",
    the_same: "The two versions say the same.",
    coming: |what| format!("Comes in from the other: {what}."),
    bearings: |count| match count {
        1 => "1 bearing".to_owned(),
        many => format!("{many} bearings"),
    },
    decisions: |count| match count {
        1 => "1 decision".to_owned(),
        many => format!("{many} decisions"),
    },
    replies: |count| match count {
        1 => "1 answer in the mirror".to_owned(),
        many => format!("{many} answers in the mirror"),
    },
    doubled: |count| match count {
        1 => "1 bearing is not the same in the two versions and will be there twice.".to_owned(),
        many => format!("{many} bearings are not the same in the two versions and will be there twice."),
    },
    only_one: "Only one can go on here",
    kept: "The two versions are merged. The other is now among the deleted profiles and can be brought back",
    kept_beside: |why| format!("The two versions are merged and saved. The other still lies there: {why}"),
    left: "Nothing is changed. Both versions still lie there",
    changed_meanwhile: "The other version has changed meanwhile. Look at the differences again",
    copies: "Conflict copies",
    merge_in: "Enter merges it in",
    copy_stays: "Enter merges it into the profile. Then it is put among the deleted",
    two: "Another program changed the profile. Both versions are kept.",
    how: "Type “merge” to choose between the two.",
    go_on_mine: "Go on with your version",
    go_on_theirs: "Go on with the other",
    merge_them: "Merge the two",
    copies_are: |count| match count {
        1 => "1 conflict copy of a profile".to_owned(),
        many => format!("{many} conflict copies of profiles"),
    },
    merge_copy: |file| format!("Merge {file} in"),
    question: |at, count, what| format!("Difference {at} of {count}: {what}."),
    keep_both: "Both",
    rest_mine: "Yours here and in the rest",
    rest_theirs: "The other here and in the rest",
    chosen: |mine, theirs, both| format!("Chosen: {mine} of yours, {theirs} of the other, {both} of both."),
    keep: "Save the merged profile",
    again: "Choose again",
    leave: "Leave both as they are",
};
