//! JSON: the profile's own file with one member more, [`MEMBER`], that holds what follows from it: weights and the
//! mirror's open questions. Whatever reads a profile reads this too; an import drops the member.
//!
//! Nothing is taken out of what a leader typed. Characters that change how others look, or are not seen, are written as
//! escapes, so the file is harmless on a terminal and means the same.

use super::{Input, Part, part};
use crate::core::{
    format::MEMBER, framework::Framework, mirror, moment::Moment, monthly, profile::Profile, sanitise::clean,
};
use serde::{Serialize, Serializer};

#[derive(Serialize)]
struct File<'a> {
    #[serde(flatten)]
    profile: &'a Profile,
    /// Named as [`MEMBER`].
    export: Follows<'a>,
}

/// What follows from a profile.
#[derive(Serialize)]
struct Follows<'a> {
    at: Moment,
    framework: Titles<'a>,
    weights: Weights<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    questions: Option<Vec<Question>>,
}

#[derive(Serialize)]
struct Titles<'a> {
    title: &'a str,
    organisation: &'a str,
}

/// Shares of all the focus there is, by id.
#[derive(Serialize)]
struct Weights<'a> {
    #[serde(serialize_with = "members")]
    marks: Vec<(&'a str, f64)>,
    #[serde(serialize_with = "members")]
    fields: Vec<(&'a str, f64)>,
}

#[derive(Serialize)]
struct Question {
    id: String,
    text: String,
    quote: Option<String>,
}

/// Pairs as the members of an object, in their order.
pub(super) fn members<S: Serializer, V: Serialize>(
    pairs: &[(&str, V)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(pairs.iter().map(|(key, value)| (key, value)))
}

/// The profile's file with what follows from it.
pub fn write(input: &Input) -> Vec<u8> {
    let mut profile = part::redact(input.parts, input.profile);
    profile.extra.remove(MEMBER);
    // a path that is under way here is nobody else's
    profile.extra.remove(monthly::FIELD);
    bytes(&File {
        profile: &profile,
        export: follows(input),
    })
}

/// A value as the bytes of a file that is harmless on a terminal.
pub(super) fn bytes(value: &impl Serialize) -> Vec<u8> {
    let text = serde_json::to_string_pretty(value).expect("a map with text keys can be written");
    let mut bytes = harmless(&text).into_bytes();
    bytes.push(b'\n');
    bytes
}

fn follows<'a>(input: &Input<'a>) -> Follows<'a> {
    let framework = input.framework;
    let open = || mirror::open_questions(framework, input.profile, input.now.date());
    let question = |question: mirror::Question| Question {
        text: input.lang.text().ask(&question, framework),
        quote: question.quote.map(|quote| quote.text),
        id: question.id,
    };
    Follows {
        at: input.now,
        framework: Titles {
            title: &framework.title,
            organisation: &framework.organisation,
        },
        weights: shares(framework, input.profile),
        questions: input
            .parts
            .has(Part::Questions)
            .then(|| open().into_iter().map(question).collect()),
    }
}

fn shares<'a>(framework: &'a Framework, profile: &Profile) -> Weights<'a> {
    let weights = framework.weights(framework.marks().map(|(_, _, mark)| profile.value(&mark.id)));
    let marks = framework
        .marks()
        .map(|(index, _, mark)| (mark.id.as_str(), weights[index.get()]));
    let fields = framework.field_indices().map(|index| {
        let weight: f64 = framework.marks_of(index).map(|mark| weights[mark.get()]).sum();
        (framework.field(index).id.as_str(), weight)
    });
    Weights {
        marks: marks.collect(),
        fields: fields.collect(),
    }
}

/// JSON with everything in its strings escaped that the sanitiser would take out. Outside of strings there is only
/// ASCII.
fn harmless(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        let seen = || clean(c.encode_utf8(&mut [0; 4])).starts_with(c);
        if c.is_ascii() && c != '\u{7f}' || seen() {
            out.push(c);
        } else {
            for unit in c.encode_utf16(&mut [0; 2]) {
                out.push_str(&format!("\\u{unit:04x}"));
            }
        }
    }
    out
}
