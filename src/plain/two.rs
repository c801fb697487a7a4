//! Two over each other by lines: the people of the team, and where one of them stands far from the reader.

use super::{Choice, ChoiceAction, Place, Plain};
use crate::core::{
    compare::{Picture, apart},
    sanitise::clean,
    session::TextTarget,
    team::Leader,
};

impl Plain {
    /// Those that are looked at, each with how far from the reader.
    pub(super) fn people(&mut self) {
        let words = self.text().team;
        self.say(&format!("{}.", words.people));
        let Some(team) = self.team.team.clone().filter(|_| !self.team.hide_names) else {
            return self.offer(Vec::new());
        };
        let shown = self.view().leaders;
        let others = shown
            .iter()
            .map(|at| &team.leaders[*at])
            .filter(|leader| !leader.you);
        let choices = others.map(|leader| {
            let far = self.apart(leader).iter().filter(|apart| apart.is_far()).count();
            let place = Place::Two {
                source: leader.source.clone(),
                all: false,
            };
            Choice::to(format!("{}: {}", clean(&leader.name), words.far(far)), place)
        });
        let choices = choices.collect();
        self.offer(choices);
    }

    /// Where the colleague of this file and the reader stand.
    pub(super) fn two(&mut self, source: &str, all: bool) {
        let words = self.text().team;
        let team = self.team.team.clone().unwrap_or_default();
        let Some(leader) = team.leaders.iter().find(|leader| leader.source == source) else {
            return self.say(words.nobody);
        };
        let name = clean(&leader.name).into_owned();
        self.say(&format!("{}.", words.you_and(&name)));
        let marks = self.apart(leader);
        let shown: Vec<_> = marks.iter().filter(|apart| all || apart.is_far()).collect();
        if shown.is_empty() {
            self.say(&words.close(&name));
        }
        let mut choices: Vec<_> = shown
            .iter()
            .map(|apart| {
                let (yours, theirs) = (apart.yours.to_string(), apart.theirs.to_string());
                let title = self.mark_title(apart.mark);
                let label = words.stand_apart(&title, &yours, &theirs, apart.by());
                Choice::to(label, Place::Mark(apart.mark))
            })
            .collect();
        let talk = TextTarget::Talk(words.talk(&name));
        choices.push(Choice::new(words.write_talk, ChoiceAction::Text(talk)));
        let other = Place::Two {
            source: source.to_owned(),
            all: !all,
        };
        choices.push(Choice::to(
            if all { words.only_far } else { words.show_all },
            other,
        ));
        self.offer(choices);
    }

    fn apart(&self, leader: &Leader) -> Vec<crate::core::compare::Apart> {
        let theirs = leader.profile(&self.framework);
        apart(
            &self.framework,
            Picture::Now(self.profile()),
            Picture::Now(&theirs),
        )
    }
}
