//! The words of the monthly review.

use super::{Lang, calendar};
use crate::core::profile::Reply;
use jiff::civil::Date;

messages! {
    /// The monthly review in one language.
    pub struct MonthlyText;

    /// Its name.
    title { da: "Månedens pejling", en: "Monthly review" }
    /// Which part of the path it is, of how many, and its name.
    part(number: usize, of: usize, name: &str) { da: "{number} af {of} · {name}", en: "{number} of {of} · {name}" }
    /// The names of the parts, in their order.
    parts: [&'static str; 7] {
        da: [
            "Hvad har flyttet sig?",
            "Ét spørgsmål",
            "Dine pejlemærker",
            "En ny pejling",
            "Hvad gav det?",
            "Hvornår vil du se på den igen?",
            "Det gjorde du",
        ],
        en: [
            "What has moved?",
            "One question",
            "Your guideposts",
            "A new bearing",
            "What did it give?",
            "When will you look at it again?",
            "What you did",
        ],
    }
    /// Which mark it is, of how many.
    mark(number: usize, of: usize) { da: "pejlemærke {number} af {of}", en: "guidepost {number} of {of}" }
    /// It was picked up where it was left.
    picked_up { da: "Du er tilbage, hvor du slap", en: "You are back where you left off" }
    /// It was left, and this key leads back to it.
    left(key: &str) {
        da: "Månedens pejling venter. {key} fører dig tilbage, hvor du slap",
        en: "The monthly review waits. {key} takes you back to where you left off",
    }
    /// There is no bearing yet.
    first { da: "Din første pejling", en: "Your first bearing" }
    /// And what comes of that.
    takes_first {
        da: "I dag gemmer du den første. Skru først, så det passer med det, din enhed har brug for nu.",
        en: "Today you save the first. Turn the dials first, so that they fit what your unit needs now.",
    }
    /// Over a new bearing.
    about_bearing {
        da: "Sådan står dine drejeknapper nu. Gem dem som en pejling, så du næste gang kan se, hvad der har flyttet sig.",
        en: "This is how your dials stand now. Save them as a bearing, so that next time you can see what moved.",
    }
    /// The bearing of this name was taken.
    has_bearing(name: &str) { da: "Pejlingen {name} er gemt.", en: "The bearing {name} is saved." }
    /// Over the calendar's choice: the date.
    about_calendar(date: Date) {
        da: { format!("Du vil se på den igen {}.", calendar::long(Lang::Da, date)) },
        en: { format!("You will look at it again on {}.", calendar::long(Lang::En, date)) },
    }
    /// Goes on.
    onward { da: "videre", en: "onward" }
    /// Goes on without doing what is offered.
    skip { da: "spring over", en: "skip" }
    /// Answers the question.
    answer { da: "svar", en: "answer" }
    /// Puts the question away.
    put_away { da: "læg spørgsmålet væk", en: "put the question away" }
    /// Saves the bearing.
    save { da: "gem pejlingen", en: "save the bearing" }
    /// A date that is suggested, so many months on.
    on(months: i32, date: &str) {
        da: { months: 1 => "om 1 måned: {date}", _ => "om {months} måneder: {date}" },
        en: { months: 1 => "in 1 month: {date}", _ => "in {months} months: {date}" },
    }
    /// Another date.
    other_date { da: "en anden dato", en: "another date" }
    /// The date that is set already stays.
    same_date(date: &str) { da: "behold {date}", en: "keep {date}" }
    /// No date.
    no_date { da: "ingen dato", en: "no date" }
    /// A file for the calendar.
    calendar { da: "lav en fil til kalenderen", en: "make a file for the calendar" }
    /// Before the calendar's file, which is written, and the key that copies its path.
    calendar_written(key: &str) {
        da: "Åbn filen for at få dagen i din kalender. {key} kopierer stien.",
        en: "Open the file to get the day into your calendar. {key} copies the path.",
    }
    /// What is copied.
    path { da: "stien", en: "the path" }
    /// The end of the path.
    finish { da: "færdig", en: "done" }
    /// So many dials moved.
    turned(count: usize) {
        da: { count: 0 => "Ingen drejeknap har flyttet sig.", 1 => "1 drejeknap har flyttet sig:", _ => "{count} drejeknapper har flyttet sig:" },
        en: { count: 0 => "No dial has moved.", 1 => "1 dial has moved:", _ => "{count} dials have moved:" },
    }
    /// The question was put away.
    was_put_away { da: "Du lagde spørgsmålet væk.", en: "You put the question away." }
    /// The question was answered.
    answered { da: "Du svarede på spørgsmålet.", en: "You answered the question." }
    /// So many marks have effect or learning written.
    gained(count: usize) {
        da: { count: 1 => "Du skrev effekt eller læring ved 1 pejlemærke.", _ => "Du skrev effekt eller læring ved {count} pejlemærker." },
        en: { count: 1 => "You wrote effect or learning at 1 guidepost.", _ => "You wrote effect or learning at {count} guideposts." },
    }
    /// No bearing was taken.
    no_bearing { da: "Du gemte ingen pejling denne gang.", en: "You saved no bearing this time." }
    /// When to look again.
    again(date: Date) {
        da: { format!("Du ser på den igen {}.", calendar::long(Lang::Da, date)) },
        en: { format!("You will look at it again on {}.", calendar::long(Lang::En, date)) },
    }
    /// In the dialogue: what an empty line does.
    plain_onward { da: "En tom linje går videre, »<« tilbage.", en: "An empty line goes on, “<” goes back." }
    /// In the dialogue: what it does where a bearing is taken.
    plain_bearing {
        da: "En tom linje gemmer pejlingen, »>« springer over, »<« går tilbage.",
        en: "An empty line saves the bearing, “>” skips, “<” goes back.",
    }
}

impl MonthlyText {
    /// What was done with the question.
    pub fn replied(&self, reply: &Reply) -> &'static str {
        match reply.put_away {
            true => self.was_put_away,
            false => self.answered,
        }
    }
}
