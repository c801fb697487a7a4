//! What can be typed, said.

use super::{Place, Plain, command::Command};

impl Plain {
    pub(super) fn help(&mut self) {
        let words = self.words();
        let placed = match self.place() {
            Place::Mark(_) | Place::Field(_) | Place::Welcome(_) | Place::Monthly => Command::ALL.to_vec(),
            _ => without(&[Command::Up, Command::Down, Command::Neutral]),
        };
        let placed: Vec<_> = placed
            .into_iter()
            .filter(|command| command.is_in(&self.framework))
            .collect();
        self.say(words.help_number);
        self.say(words.help_name);
        if placed.contains(&Command::Up) {
            self.say(words.help_value);
        }
        for command in placed {
            let word = command.word(words.words);
            let names = word.names.iter().take(2).copied().collect::<Vec<_>>().join(", ");
            self.say(&format!("{names}: {}", word.does));
        }
        match self.place() {
            Place::Monthly => self.monthly_hint(),
            _ => self.say(words.help_again),
        }
    }
}

fn without(left_out: &[Command]) -> Vec<Command> {
    Command::ALL
        .into_iter()
        .filter(|command| !left_out.contains(command))
        .collect()
}
