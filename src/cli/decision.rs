//! `pejl decision list`, `add`, `show`, `delete`: the decisions since the last bearing.

use super::{
    Answer, Settings,
    args::{self, AddDecision, ListDecisions, OneDecision},
    change,
    input::text_from_standard_input,
    of_argument, shape, to_json,
};
use crate::core::{
    fault::{Fault, UsageTrouble},
    framework::Framework,
    profile::{Decision, Profile, decision_id},
    sanitise::clean,
    session::{TextTarget, kept_text},
};
use crate::store::Access;
use crate::text::Text;
use std::fmt::Write;

/// Runs the command.
pub fn run(settings: &Settings, asked: &args::Decision) -> Result<Answer, Fault> {
    let command = Command {
        settings,
        text: settings.lang.text(),
        framework: settings.framework()?,
    };
    match asked {
        args::Decision::List(args) => command.list(args),
        args::Decision::Add(args) => command.add(args),
        args::Decision::Show(args) => command.show(args),
        args::Decision::Delete(args) => command.delete(args),
    }
}

struct Command<'a> {
    settings: &'a Settings,
    text: &'static Text,
    framework: Framework,
}

impl Command<'_> {
    fn list(&self, args: &ListDecisions) -> Result<Answer, Fault> {
        let profile = self.profile()?;
        if args.json {
            let decisions = profile.decisions.iter().enumerate();
            return Ok(to_json(&shape::Decisions {
                profile: &profile.name,
                decisions: decisions.map(|(at, decision)| listed(at, decision)).collect(),
            }));
        }
        if profile.decisions.is_empty() {
            return Ok(format!("{}\n", self.text.bearings.no_decision).into());
        }
        let decisions = profile.decisions.iter().enumerate();
        let lines = decisions.map(|(at, decision)| self.line(at, decision));
        Ok(lines.collect::<String>().into())
    }

    fn add(&self, args: &AddDecision) -> Result<Answer, Fault> {
        let called = self.text.cli.decision_text.0;
        let text = match &*args.text {
            "-" => text_from_standard_input()?,
            given => given.to_owned(),
        };
        let text = kept_text(&text).map_err(|fault| of_argument(fault, "pejl decision add", called))?;
        if text.trim().is_empty() {
            return Err(Fault::Usage {
                command: "pejl decision add".into(),
                trouble: UsageTrouble::MissingArgument {
                    names: vec![called.to_owned()],
                },
            });
        }
        let profile = change(self.settings, &self.framework, |session| {
            session.write(&TextTarget::NewDecision, &text)
        })?;
        let at = profile.decisions.len() - 1;
        Ok(match args.json {
            true => json(&profile, at, &profile.decisions[at]),
            false => self.line(at, &profile.decisions[at]).into(),
        })
    }

    fn show(&self, args: &OneDecision) -> Result<Answer, Fault> {
        let profile = self.profile()?;
        let at = profile.find_decision(&args.id)?;
        let decision = &profile.decisions[at];
        if args.json {
            return Ok(json(&profile, at, decision));
        }
        let date = self.text.date(decision.at.date());
        let mut out = format!("{}  {date}\n{}\n", decision_id(at), decision.text);
        for (mark, answer) in &decision.answers {
            let title = self.framework.mark_by_id(mark);
            let title = title.map_or(mark, |mark| &self.framework.mark(mark).title);
            // writing to a String cannot fail
            let _ = writeln!(out, "\n{}: {answer}", clean(title));
        }
        Ok(out.into())
    }

    fn delete(&self, args: &OneDecision) -> Result<Answer, Fault> {
        let mut deleted = None;
        let profile = change(self.settings, &self.framework, |session| {
            let at = session.profile().find_decision(&args.id)?;
            deleted = Some((at, session.profile().decisions[at].clone()));
            session.delete_decision(at)
        })?;
        let Some((at, decision)) = deleted else {
            unreachable!("one was found");
        };
        if args.json {
            return Ok(json(&profile, at, &decision));
        }
        let first = decision.text.lines().next().unwrap_or_default();
        Ok(format!("{}\n", self.text.cli.deleted(&clean(first))).into())
    }

    fn profile(&self) -> Result<Profile, Fault> {
        let opened = self.settings.open_sound(&self.framework, Access::Read)?;
        Ok(opened.profile)
    }

    /// A decision in one line: its id, its date and its first line.
    fn line(&self, at: usize, decision: &Decision) -> String {
        let date = self.text.bearings.date(decision.at.date());
        let first = decision.text.lines().next().unwrap_or_default();
        format!("{}  {date}  {}\n", decision_id(at), clean(first))
    }
}

fn listed(at: usize, decision: &Decision) -> shape::ListedDecision<'_> {
    shape::ListedDecision {
        id: decision_id(at),
        decision: decision.into(),
    }
}

fn json(profile: &Profile, at: usize, decision: &Decision) -> Answer {
    to_json(&shape::OneDecision {
        decision: listed(at, decision),
        profile: &profile.name,
    })
}
