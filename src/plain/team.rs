//! Colleagues side by side, as sentences: how far apart they stand on each mark, and who stands where.

use super::{Choice, ChoiceAction, Command, Place, Plain, capital, sentence, write::Asking};
use crate::config::team_folders;
use crate::core::{
    framework::MarkIndex,
    sanitise::clean,
    team::{AGREE, Filter, Leader, Order, Row, Team, View},
};
use crate::screens::{
    colleagues::{ORDERS, team_line, team_paths},
    preferences::Setting,
};
use crate::store::{self, OwnProfile};
use crate::text::Lang;

/// What is chosen about the team.
#[derive(Clone, Debug)]
pub(super) enum Look {
    Order(Order),
    Level(Option<u8>),
    Unit(Option<String>),
    Names,
    Again,
}

impl Plain {
    /// To the team, read anew.
    pub(super) fn open_team(&mut self) {
        self.read_team();
        self.go(Place::Team);
    }

    pub(super) fn read_team(&mut self) {
        let paths = team_folders(&self.outside.config, &self.outside.preferences.team);
        let own = OwnProfile {
            owner: self.session.profile().owner.clone(),
            file: Some(self.file.path().to_owned()),
        };
        let read = (!paths.is_empty()).then(|| store::read_team(&self.framework, &paths, &own));
        if let (Some(team), Some(unit)) = (&read, &self.team.filter.unit)
            && !team.units().contains(&unit.as_str())
        {
            self.team.filter.unit = None;
        }
        self.team.team = read;
    }

    pub(super) fn view(&self) -> View {
        let view = |team: &Team| team.view(&self.framework, &self.team.filter, self.team.order);
        self.team.team.as_ref().map(view).unwrap_or_default()
    }

    pub(super) fn team(&mut self) {
        let export = self.words().export;
        let folder = Choice::new(export.choose_folder, ChoiceAction::Ask(Asking::TeamFolder));
        let Some(team) = self.team.team.clone() else {
            self.say(export.no_folder);
            let gatherings = Choice::to(self.text().present.gatherings, Place::Gatherings);
            return self.offer(vec![folder, gatherings]);
        };
        let (words, exports) = (self.text().team, self.text().export);
        let view = self.view();
        let Filter { level, unit } = self.team.filter.clone();
        let level = level.map(|level| self.level_name(usize::from(level) - 1));
        let unit = unit.map(|unit| clean(&unit).into_owned());
        let shown = [
            Some(exports.profiles(view.leaders.len())),
            level.clone(),
            unit.clone().filter(|_| !self.team.hide_names),
            self.team.hide_names.then(|| words.no_names.to_owned()),
        ];
        let shown = shown.into_iter().flatten().collect::<Vec<_>>().join(", ");
        let order = words.orders[self.team.order_at()];
        self.say(&format!("{}: {shown}. {}.", exports.team, capital(order)));
        let shared = self.text().sharing;
        match self.team.own_share() {
            Some(own) => {
                let marks = self.framework.mark_indices();
                let turned = marks
                    .filter(|mark| self.value(*mark) != own.values[mark.get()])
                    .count();
                let since = own.shared.map(|at| shared.since(at.date(), turned));
                self.say(&format!("{}.", since.unwrap_or_default()));
            }
            None => self.say(&format!("{}.", shared.not_yet)),
        }
        let mut choices = Vec::new();
        if view.leaders.is_empty() {
            self.say(words.nobody);
        } else if let Some(fault) = self.team.is_too_few() {
            self.say_fault(&fault);
        } else {
            choices.extend(view.rows.iter().map(|row| {
                let median = exports.steps(row.median);
                let label = export.team_mark(&self.mark_title(row.mark), row.spread, &median);
                Choice::to(label, Place::TeamMark(row.mark))
            }));
        }
        let all = |value: Option<String>| value.unwrap_or_else(|| export.all.to_owned());
        let names = if self.team.hide_names {
            self.text().purpose.goes.1
        } else {
            self.text().purpose.goes.0
        };
        choices.extend([
            Choice::new(
                format!("{}: {order}", export.order),
                ChoiceAction::Ask(self.orders()),
            ),
            Choice::new(
                format!("{}: {}", export.level, all(level)),
                ChoiceAction::Ask(self.levels_of_team()),
            ),
        ]);
        if !team.units().is_empty() {
            choices.push(Choice::new(
                format!("{}: {}", export.team_unit, all(unit)),
                ChoiceAction::Ask(self.units_of_team()),
            ));
        }
        choices.extend([
            Choice::new(
                format!("{}: {names}", self.text().purpose.names),
                ChoiceAction::Look(Look::Names),
            ),
            Choice::to(self.text().present.gatherings, Place::Gatherings),
            Choice::new(export.read_again, ChoiceAction::Look(Look::Again)),
            Choice::new(export.export_team, ChoiceAction::Do(Command::Export)),
        ]);
        if !self.team.hide_names {
            choices.push(Choice::to(words.people, Place::People));
        }
        match self.team.own_share() {
            Some(_) => choices.extend([
                Choice::new(shared.put_again, ChoiceAction::Do(Command::Share)),
                Choice::new(shared.take_back, ChoiceAction::Do(Command::TakeBack)),
            ]),
            None => choices.push(Choice::new(shared.put, ChoiceAction::Do(Command::Share))),
        }
        choices.push(folder);
        self.offer(choices);
        let agreed = view.rows.iter().filter(|row| row.agrees());
        let agreed: Vec<String> = agreed.map(|row| self.mark_title(row.mark)).collect();
        if !agreed.is_empty() {
            self.say(&format!("{}.", words.agree(&agreed.join(", "), AGREE)));
        }
        if !team.skipped.is_empty() {
            self.say(&format!("{}.", exports.left_out(team.skipped.len())));
            // a file's name often says whose it is
            let named = team.skipped.iter().filter(|_| !self.team.hide_names);
            let named: Vec<String> = named
                .map(|skipped| sentence(self.lang.skipped(skipped)))
                .collect();
            named.iter().for_each(|line| self.say(line));
        }
    }

    fn orders(&self) -> Asking {
        let orders = ORDERS.into_iter().zip(self.text().team.orders);
        let choices = orders.map(|(order, name)| Choice::new(name, ChoiceAction::Look(Look::Order(order))));
        Asking::Choice(choices.collect())
    }

    fn levels_of_team(&self) -> Asking {
        let all = Choice::new(self.words().export.all, ChoiceAction::Look(Look::Level(None)));
        let levels = (0..self.framework.levels.len()).map(|level| {
            let look = Look::Level(Some(level as u8 + 1));
            Choice::new(self.level_name(level), ChoiceAction::Look(look))
        });
        Asking::Choice([all].into_iter().chain(levels).collect())
    }

    fn units_of_team(&self) -> Asking {
        let all = Choice::new(self.words().export.all, ChoiceAction::Look(Look::Unit(None)));
        let units = self
            .team
            .team
            .as_ref()
            .map(|team| team.units())
            .unwrap_or_default();
        let units = units.into_iter().map(|unit| {
            let look = Look::Unit(Some(unit.to_owned()));
            Choice::new(clean(unit), ChoiceAction::Look(look))
        });
        Asking::Choice([all].into_iter().chain(units).collect())
    }

    pub(super) fn look(&mut self, look: Look) {
        match look {
            Look::Order(order) => self.team.order = order,
            Look::Level(level) => self.team.filter.level = level,
            Look::Unit(unit) => self.team.filter.unit = unit,
            Look::Names => {
                if let Err(fault) = self.team.toggle_names() {
                    return self.say_fault(&fault);
                }
            }
            Look::Again => self.read_team(),
        }
        self.arrive();
    }

    /// A mark as the team sees it: the figures, and who stands at each detent, from the lowest up.
    pub(super) fn team_mark(&mut self, mark: MarkIndex) {
        let (words, exports, export) = (self.text().team, self.text().export, self.words().export);
        let view = self.view();
        let row = view.rows.iter().find(|row| row.mark == mark);
        if let (Some(row), Some(team)) = (row, self.team.team.clone()) {
            let median = exports.steps(row.median);
            self.say(&format!(
                "{}.",
                export.team_mark(&self.mark_title(mark), row.spread, &median)
            ));
            self.say_movement(row);
            for (value, leaders) in view.standing(&team, mark) {
                let who = match self.team.hide_names {
                    true => words.stand(leaders.len()),
                    false => names(&leaders, self.lang),
                };
                self.say(&format!("{value}, {}: {who}.", self.stand(value)));
            }
        }
        self.offer(vec![Choice::to(export.open_mark, Place::Mark(mark))]);
    }

    fn say_movement(&mut self, row: &Row) {
        if row.movement > 0 {
            let said = self.text().team.movement(row.movement);
            self.say(&format!("{said}."));
        }
    }

    /// The team folder as one line.
    pub(super) fn team_line(&self) -> String {
        team_line(&self.outside.preferences.team)
    }

    /// Takes the line that was written for the team folder; nothing in it empties the setting.
    pub(super) fn keep_team_folder(&mut self, line: &str) {
        self.outside.preferences.team = team_paths(line);
        self.keep_setting(Setting::Team);
        self.read_team();
        self.arrive();
    }
}

fn names(leaders: &[&Leader], lang: Lang) -> String {
    let names: Vec<_> = leaders.iter().map(|leader| lang.leader(leader)).collect();
    names.join(", ")
}
