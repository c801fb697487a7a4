//! `pejl gathering list`, `show`, `agree`, `decide`, `end`, `export`: gatherings of the leadership group, as they were
//! presented.

use super::{
    Answer, Settings,
    args::{self, AgreeOnMark, ExportGathering, ListGatherings, OneGathering},
    change, mark, of_argument, output, shape, tell, to_json,
};
use crate::core::{
    fault::{Fault, UsageTrouble},
    framework::Framework,
    gathering::{Gathering, SHEETS},
    sanitise::clean,
    session::kept_text,
};
use crate::export::{GatheringInput, export_gathering};
use crate::store::{self, GatheringFile};
use crate::text::Text;
use std::fmt::Write;

/// Runs the command.
pub fn run(settings: &Settings, asked: &args::Gathering) -> Result<Answer, Fault> {
    let command = Command {
        settings,
        text: settings.lang.text(),
        framework: settings.framework()?,
    };
    match asked {
        args::Gathering::List(args) => command.list(args),
        args::Gathering::Show(args) => command.show(args),
        args::Gathering::Agree(args) => command.agree(args),
        args::Gathering::Decide(args) => command.decide(args),
        args::Gathering::End(args) => command.end(args),
        args::Gathering::Export(args) => command.export(args),
    }
}

struct Command<'a> {
    settings: &'a Settings,
    text: &'static Text,
    framework: Framework,
}

impl Command<'_> {
    fn list(&self, args: &ListGatherings) -> Result<Answer, Fault> {
        let listed = self.settings.store().gatherings().list()?;
        for kept in &listed {
            if let Err(fault) = &kept.gathering {
                tell(&self.settings.lang.fault(fault));
            }
        }
        let readable = listed
            .iter()
            .filter_map(|kept| Some((&kept.id, kept.gathering.as_ref().ok()?)));
        if args.json {
            let listed = readable.map(|(id, gathering)| shape::ListedGathering {
                id,
                at: gathering.at,
                ended: gathering.ended,
                framework: &gathering.framework,
                leaders: gathering.leaders.len(),
                talked: gathering.talked(&self.framework).len(),
                agreed: gathering.agreements(&self.framework).len(),
            });
            return Ok(to_json(&shape::Gatherings {
                gatherings: listed.collect(),
            }));
        }
        let lines: String = readable
            .map(|(id, gathering)| format!("{id}  {}\n", self.summary(gathering)))
            .collect();
        Ok(match lines.is_empty() {
            true => format!("{}\n", self.text.present.no_gatherings).into(),
            false => lines.into(),
        })
    }

    fn summary(&self, gathering: &Gathering) -> String {
        let words = self.text.present;
        let marks = gathering.talked(&self.framework).len();
        let agreed = gathering.agreements(&self.framework).len();
        let summary = words.summary(gathering.leaders.len(), marks, agreed);
        match gathering.ended {
            Some(_) => format!("{summary}, {}", words.was_ended),
            None => summary,
        }
    }

    fn show(&self, args: &OneGathering) -> Result<Answer, Fault> {
        let (id, gathering, _) = self.find(args.gathering.as_deref())?;
        Ok(match args.json {
            true => self.json(&id, &gathering),
            false => self.told(&gathering).into(),
        })
    }

    fn json(&self, id: &str, gathering: &Gathering) -> Answer {
        to_json(&shape::ShownGathering { id, gathering })
    }

    /// A gathering as text.
    fn told(&self, gathering: &Gathering) -> String {
        let (words, exports) = (self.text.present, self.text.export);
        let date = self.text.date(gathering.at.date());
        let mut out = format!("{}: {}\n", words.ended_on(&date), self.summary(gathering));
        if gathering.names && !gathering.leaders.is_empty() {
            let names: Vec<_> = gathering
                .leaders
                .iter()
                .map(|leader| clean(&leader.name))
                .collect();
            // writing to a String cannot fail
            let _ = writeln!(out, "{}: {}", words.attended, names.join(", "));
        }
        let view =
            gathering
                .team(&self.framework)
                .view(&self.framework, &Default::default(), Default::default());
        for mark in gathering.talked(&self.framework) {
            let shown = self.framework.mark(mark);
            let _ = writeln!(out, "\n{}  {}", self.framework.position(mark), shown.title);
            if let Some(row) = view.rows.iter().find(|row| row.mark == mark && row.count() > 0) {
                let _ = writeln!(
                    out,
                    "    {}",
                    exports.figures(row.spread, &exports.steps(row.median))
                );
            }
            for (at, line) in gathering.agreed(&shown.id).lines().enumerate() {
                match at {
                    0 => _ = writeln!(out, "    {}: {line}", exports.agreed),
                    _ => _ = writeln!(out, "    {line}"),
                }
            }
        }
        out
    }

    fn agree(&self, args: &AgreeOnMark) -> Result<Answer, Fault> {
        let mark = mark(&self.framework, &args.mark)?;
        let called = self.text.present.agreement.0;
        let text =
            kept_text(&args.text).map_err(|fault| of_argument(fault, "pejl gathering agree", called))?;
        let mark = self.framework.mark(mark).id.clone();
        self.change(args.gathering.as_deref(), args.json, |gathering| {
            gathering.agree(&mark, &text)
        })
    }

    fn end(&self, args: &OneGathering) -> Result<Answer, Fault> {
        self.change(args.gathering.as_deref(), args.json, |gathering| {
            gathering.ended.get_or_insert(store::system_clock());
        })
    }

    /// Changes a gathering and answers it as it is on the disk then.
    fn change(
        &self,
        given: Option<&str>,
        json: bool,
        change: impl FnOnce(&mut Gathering),
    ) -> Result<Answer, Fault> {
        let (id, mut gathering, mut file) = self.find(given)?;
        change(&mut gathering);
        file.save(&gathering)?;
        Ok(match json {
            true => self.json(&id, &gathering),
            false => self.told(&gathering).into(),
        })
    }

    fn decide(&self, args: &OneGathering) -> Result<Answer, Fault> {
        let (_, gathering, _) = self.find(args.gathering.as_deref())?;
        let before = gathering.decisions(&self.framework);
        let mut count = 0;
        let profile = change(self.settings, &self.framework, |session| {
            let had = session.profile().decisions.len();
            let deed = session.decide(before);
            count = session.profile().decisions.len() - had;
            deed
        })?;
        if args.json {
            let decisions = profile.decisions.iter().rev().take(count).rev();
            return Ok(to_json(&shape::Decided {
                profile: &profile.name,
                decided: decisions.map(|decision| decision.text.as_str()).collect(),
            }));
        }
        let words = self.text.present;
        Ok(match count {
            0 => format!("{}\n", words.nothing_to_decide),
            count => format!("{}\n", words.decided(count)),
        }
        .into())
    }

    fn export(&self, args: &ExportGathering) -> Result<Answer, Fault> {
        if !SHEETS.contains(&args.format) {
            return Err(Fault::Usage {
                command: "pejl gathering export".into(),
                trouble: UsageTrouble::NotAllowed {
                    name: self.text.present.sheet_format.0.into(),
                    given: args.format.extension().into(),
                    allowed: SHEETS
                        .iter()
                        .map(|format| format.extension().to_owned())
                        .collect(),
                },
            });
        }
        let (_, gathering, _) = self.find(args.gathering.as_deref())?;
        let english = self
            .settings
            .framework
            .is_none()
            .then(Framework::built_in_english);
        let input = GatheringInput {
            framework: &self.framework,
            rendering: english
                .as_ref()
                .filter(|_| self.settings.lang == crate::text::Lang::En),
            gathering: &gathering,
            lang: self.settings.lang,
        };
        output::deliver(
            self.settings,
            "pejl gathering export",
            &args.output,
            args.format,
            || export_gathering(args.format, &input),
        )
    }

    fn find(&self, given: Option<&str>) -> Result<(String, Gathering, GatheringFile), Fault> {
        self.settings.store().gatherings().find(given, &self.framework.id)
    }
}
