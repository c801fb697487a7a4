//! JSON: the profile's own file with one member more, [`MEMBER`], that holds what follows from it: weights and the
//! mirror's open questions. Whatever reads a profile reads this too; an import drops the member.
//!
//! Nothing is taken out of what a leader typed. Characters that change how others look, or are not seen, are written as
//! escapes, so the file is harmless on a terminal and means the same.

use super::{Input, Part, part, unwritable};
use crate::core::{dial::weights, fault::Fault, format::MEMBER, mirror, sanitise::clean};
use serde_json::{Map, Value, json};

/// The profile's file with what follows from it.
pub fn write(input: &Input) -> Result<Vec<u8>, Fault> {
    let profile = part::redact(input.parts, input.profile);
    let mut file: Map<String, Value> =
        serde_json::from_slice(&(input.write)(&profile)).map_err(|error| unwritable(&error))?;
    file.insert(MEMBER.to_owned(), follows(input));
    let text = serde_json::to_string_pretty(&file).map_err(|error| unwritable(&error))?;
    let mut bytes = harmless(&text).into_bytes();
    bytes.push(b'\n');
    Ok(bytes)
}

fn follows(input: &Input) -> Value {
    let framework = input.framework;
    let weights = weights(
        framework
            .marks()
            .map(|(_, _, mark)| input.profile.value(&mark.id)),
    );
    let marks: Map<_, _> = framework
        .marks()
        .map(|(index, _, mark)| (mark.id.clone(), weights[index.get()].into()))
        .collect();
    let fields: Map<_, _> = framework
        .field_indices()
        .map(|index| {
            let weight: f64 = framework.marks_of(index).map(|mark| weights[mark.get()]).sum();
            (framework.field(index).id.clone(), weight.into())
        })
        .collect();
    let mut follows = json!({
        "at": input.now.to_string(),
        "framework": { "title": framework.title, "organisation": framework.organisation },
        "weights": { "marks": marks, "fields": fields },
    });
    if input.parts.has(Part::Questions) {
        let open = mirror::open_questions(framework, input.profile, input.now.date());
        let questions: Vec<Value> = open
            .into_iter()
            .map(|question| {
                json!({
                    "id": question.id,
                    "text": input.lang.text().ask(&question, framework),
                    "quote": question.quote.map(|quote| quote.text),
                })
            })
            .collect();
        follows["questions"] = questions.into();
    }
    follows
}

/// JSON with everything in its strings escaped that the sanitiser would take out. Outside of strings there is only
/// ASCII.
pub fn harmless(json: &str) -> String {
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
