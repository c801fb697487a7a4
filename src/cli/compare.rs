//! `pejl compare`: a colleague's dials over the reader's own. Reads only.

use super::{Answer, Settings, args, shape, to_json};
use crate::core::{
    compare::{Picture, apart},
    fault::Fault,
    sanitise::clean,
};
use crate::format::profile::Limits;
use crate::store::{Access, read_colleague};
use std::fmt::Write;

/// Runs the command.
pub fn run(settings: &Settings, args: &args::Compare) -> Result<Answer, Fault> {
    let framework = settings.framework()?;
    let theirs = read_colleague(&args.file, Limits::FOREIGN)?.profile;
    if theirs.framework != framework.id {
        return Err(Fault::OtherFramework {
            file: args.file.clone(),
            framework: theirs.framework,
        });
    }
    let store = settings.store();
    let slug = settings.slug(&store)?;
    let yours = store.open_sound(&slug, &framework.id, Access::Read)?.profile;
    let mut marks = apart(&framework, Picture::Now(&yours), Picture::Now(&theirs));
    marks.retain(|apart| args.all || apart.is_far());
    if args.json {
        let marks = marks.iter().map(|apart| shape::ApartMark {
            id: &framework.mark(apart.mark).id,
            title: &framework.mark(apart.mark).title,
            yours: apart.yours,
            theirs: apart.theirs,
            apart: apart.by(),
        });
        return Ok(to_json(&shape::Two {
            you: shape::OneOfTwo::of(&yours),
            other: shape::OneOfTwo::of(&theirs),
            marks: marks.collect(),
        }));
    }
    let words = settings.lang.text().team;
    let name = clean(&theirs.name);
    let mut out = format!("{}\n", words.you_and(&name));
    if marks.is_empty() {
        // writing to a String cannot fail
        let _ = writeln!(out, "{}", words.close(&name));
    }
    for apart in &marks {
        let title = &framework.mark(apart.mark).title;
        let position = framework.position(apart.mark);
        let _ = writeln!(
            out,
            "{position}  {:>3} {:>3}  {title}",
            apart.yours.to_string(),
            apart.theirs.to_string()
        );
    }
    Ok(out.into())
}
