//! The words of a team that is presented to itself: the presentation, its end, and the sheet of the day.

use super::cli::Named;

messages! {
    /// The presentation in one language.
    pub struct PresentText;

    /// Its name.
    title { da: "Præsentation", en: "Presentation" }
    /// A gathering.
    gathering { da: "Samling", en: "Gathering" }
    /// Gatherings.
    gatherings { da: "Samlinger", en: "Gatherings" }
    /// Which mark it is, of how many.
    place(number: usize, of: usize) { da: "{number} af {of}", en: "{number} of {of}" }
    /// How many have shared, of how many that are to be expected.
    turned_in(count: usize, of: usize) {
        da: {
            if count == of {
                match count {
                    0 => "Ingen har lagt deres pejling i mappen endnu".to_owned(),
                    1 => "1 har lagt sin pejling i mappen".to_owned(),
                    _ => format!("{count} har lagt deres pejling i mappen"),
                }
            } else {
                format!("{count} af {of} har lagt deres pejling i mappen")
            }
        },
        en: {
            if count == of {
                match count {
                    0 => "Nobody has put a bearing in the folder yet".to_owned(),
                    1 => "1 has put a bearing in the folder".to_owned(),
                    _ => format!("{count} have put their bearings in the folder"),
                }
            } else {
                format!("{count} of {of} have put their bearings in the folder")
            }
        },
    }
    /// The same where there is little room.
    turned_in_short(count: usize, of: usize) {
        da: { if count == of { format!("{count} med") } else { format!("{count} af {of} med") } },
        en: { if count == of { format!("{count} in") } else { format!("{count} of {of} in") } },
    }
    /// How long the mark has been on the screen.
    minutes(minutes: i64) { da: "{minutes} min", en: "{minutes} min" }
    /// The key that shows everyone's dots.
    shows(key: &str) { da: "{key} viser, hvor I står", en: "{key} shows where you stand" }
    /// In the place of the scale: there is nobody to show.
    nobody {
        da: "Her vises alle, så snart de har lagt deres pejling i mappen: t i pejl, eller pejl share.",
        en: "Everyone is shown here once they have put their bearing in the folder: t in pejl, or pejl share.",
    }
    /// How far apart a group stands in which all are near each other.
    together(spread: u8) {
        da: { spread:
            0 => "I står alle samme sted.",
            1 => "I er enige: højst 1 hak fra hinanden.",
            _ => "I er næsten enige: højst {spread} hak fra hinanden.",
        },
        en: { spread:
            0 => "You all stand in the same place.",
            1 => "You agree: at most 1 notch apart.",
            _ => "You nearly agree: at most {spread} notches apart.",
        },
    }
    /// How far apart a group stands, and where its middle half does.
    apart(spread: u8, from: &str, to: &str) {
        da: {
            match from == to {
                true => format!("Længst fra hinanden: {spread} hak. Halvdelen står på {from}."),
                false => format!("Længst fra hinanden: {spread} hak. Den midterste halvdel: {from} til {to}."),
            }
        },
        en: {
            match from == to {
                true => format!("Furthest apart: {spread} notches. Half of you stand at {from}."),
                false => format!("Furthest apart: {spread} notches. The middle half: {from} to {to}."),
            }
        },
    }
    /// There is one alone.
    alone(value: &str) { da: "Én står her, på {value}.", en: "One stands here, at {value}." }
    /// Beside the reader's own dot.
    you { da: "dig", en: "you" }
    /// The ends of the scale.
    ends: (&'static str, &'static str) {
        da: ("i baggrunden", "i forgrunden"),
        en: ("in the background", "in the foreground"),
    }
    /// Where nothing was agreed yet, and the key that writes it.
    invite(key: &str) { da: "{key} skriver, hvad I aftalte", en: "{key} writes what you agreed" }
    /// In the field that it is written in.
    write_here {
        da: "Hvad aftalte I? Hvem gør hvad, og hvornår ses I på det igen?",
        en: "What did you agree? Who does what, and when will you look at it again?",
    }
    /// A gathering of today was picked up again.
    picked_up { da: "I er tilbage, hvor I slap", en: "You are back where you left off" }
    /// The gathering was begun without names, and they were shown until now.
    nameless {
        da: "Samlingen er begyndt uden navne og går videre uden",
        en: "The gathering was begun without names and goes on without",
    }
    /// The last mark was passed.
    last { da: "Det var det sidste pejlemærke. Esc viser, hvad I nåede", en: "That was the last guidepost. Esc shows how far you got" }
    /// The first mark is on the screen.
    first { da: "Det er det første pejlemærke", en: "This is the first guidepost" }
    /// A mark was passed over.
    skipped(mark: &str) { da: "{mark} er sprunget over", en: "{mark} is skipped" }
    /// The order of the marks: spread or document.
    orders: (&'static str, &'static str) {
        da: ("Rækkefølge: længst fra hinanden først", "Rækkefølge: som i grundlaget"),
        en: ("Order: furthest apart first", "Order: as in the framework"),
    }
    /// Some files, or the folder, cannot be read now.
    as_before {
        da: "Mappen kan ikke læses helt lige nu. Det, der var læst, bliver stående",
        en: "The folder cannot all be read just now. What was read stays on the screen",
    }
    /// The gathering is not kept, and why.
    not_kept(why: &str) {
        da: "SAMLINGEN ER IKKE GEMT: {why}",
        en: "THE GATHERING IS NOT SAVED: {why}",
    }
    /// The same, beside how many there are.
    unkept { da: "IKKE GEMT", en: "NOT SAVED" }
    /// Another program changed its file: this one goes on beside it.
    beside(id: &str) {
        da: "Et andet pejl har ændret samlingen. Jeres går videre som {id}, og den anden er der endnu",
        en: "Another pejl has changed the gathering. Yours goes on as {id}, and the other one is still there",
    }
    /// A gathering of the day that cannot be read: a new one begins beside it.
    another(why: &str) {
        da: "{why}. En ny samling begynder ved siden af",
        en: "{why}. A new gathering begins beside it",
    }

    /// What the end is of.
    ended_on(date: &str) { da: "Samlingen {date}", en: "The gathering on {date}" }
    /// How many marks were talked about, and what was agreed.
    talked(marks: usize, agreed: usize) {
        da: {
            let marks = match marks { 1 => "1 pejlemærke".to_owned(), _ => format!("{marks} pejlemærker") };
            let agreed = match agreed {
                0 => "ingen aftaler".to_owned(),
                1 => "1 aftale".to_owned(),
                _ => format!("{agreed} aftaler"),
            };
            format!("I talte om {marks}: {agreed}")
        },
        en: {
            let marks = match marks { 1 => "1 guidepost".to_owned(), _ => format!("{marks} guideposts") };
            let agreed = match agreed {
                0 => "no agreements".to_owned(),
                1 => "1 agreement".to_owned(),
                _ => format!("{agreed} agreements"),
            };
            format!("You talked about {marks}: {agreed}")
        },
    }
    /// No mark was talked about.
    nothing_talked {
        da: "I har ikke vist nogen pejlemærker endnu. Esc fører tilbage til ledergruppen, ← til det sidste pejlemærke.",
        en: "You have not shown any guideposts yet. Esc leads back to the team, ← to the last guidepost.",
    }
    /// The marks that were passed over.
    passed_over(marks: &str) { da: "Sprunget over: {marks}", en: "Skipped: {marks}" }
    /// The marks that were neither talked about nor passed over.
    left_over(marks: &str) { da: "Ikke nået: {marks}", en: "Not reached: {marks}" }
    /// What the keys at the end do: the sheet, the decisions, putting it away.
    at_the_end: [&'static str; 3] {
        da: [
            "skriver dagens ark: html, pdf eller md",
            "skriver aftalerne som beslutninger i din egen profil",
            "afslutter samlingen, så næste præsentation i dag er en ny",
        ],
        en: [
            "writes the sheet of the day: html, pdf or md",
            "writes the agreements as decisions in your own profile",
            "ends the gathering, so that the next presentation today is a new one",
        ],
    }
    /// Asked before it is ended, with the key that does it.
    ask_end(key: &str) {
        da: "Afslut samlingen? Den kan ikke åbnes igen. Tryk {key} igen for at afslutte",
        en: "End the gathering? It cannot be opened again. Press {key} again to end it",
    }
    /// It is ended.
    is_ended {
        da: "Samlingen er afsluttet. Den ligger blandt dine samlinger",
        en: "The gathering is ended. It is among your gatherings",
    }
    /// The question for the file of the sheet.
    ask_sheet { da: "Skriv arket (.html, .pdf, .md) i", en: "Write the sheet (.html, .pdf, .md) to" }
    /// What the file of the sheet is called, without its ending.
    sheet_name(date: &str) { da: "samling-{date}", en: "gathering-{date}" }
    /// The file's ending is none of the sheet's formats.
    sheet_formats {
        da: "Arket kan skrives som .html, .pdf og .md: lad navnet ende på en af dem",
        en: "The sheet can be written as .html, .pdf and .md: let the name end in one of them",
    }
    /// So many agreements are decisions now.
    decided(count: usize) {
        da: { count:
            1 => "1 aftale står nu som beslutning i din profil",
            _ => "{count} aftaler står nu som beslutninger i din profil",
        },
        en: { count:
            1 => "1 agreement is now a decision in your profile",
            _ => "{count} agreements are now decisions in your profile",
        },
    }
    /// There is nothing to decide: all agreements are decisions already, or there are none.
    nothing_to_decide {
        da: "Her er ingen aftaler, der ikke allerede er beslutninger",
        en: "There are no agreements here that are not decisions already",
    }
    /// Who was there.
    attended { da: "Med i samlingen", en: "At the gathering" }
    /// Marks talked about.
    talked_about { da: "Det talte I om", en: "What you talked about" }
    /// The sheet's last words.
    next_time {
        da: "Tag arket med næste gang: hvad blev det til?",
        en: "Bring the sheet next time: what came of it?",
    }
    /// In the list: how many leaders, how many marks, how many agreements.
    summary(leaders: usize, marks: usize, agreed: usize) {
        da: {
            let leaders = if leaders == 1 { "1 leder".to_owned() } else { format!("{leaders} ledere") };
            let marks = if marks == 1 { "1 pejlemærke".to_owned() } else { format!("{marks} pejlemærker") };
            let agreed = if agreed == 1 { "1 aftale".to_owned() } else { format!("{agreed} aftaler") };
            format!("{leaders}, {marks}, {agreed}")
        },
        en: {
            let leaders = if leaders == 1 { "1 leader".to_owned() } else { format!("{leaders} leaders") };
            let marks = if marks == 1 { "1 guidepost".to_owned() } else { format!("{marks} guideposts") };
            let agreed = if agreed == 1 { "1 agreement".to_owned() } else { format!("{agreed} agreements") };
            format!("{leaders}, {marks}, {agreed}")
        },
    }
    /// There is no gathering.
    no_gatherings {
        da: "Ingen samlinger endnu: F5 i ledergruppen begynder en",
        en: "No gatherings yet: F5 in the team begins one",
    }
    /// One was ended.
    was_ended { da: "afsluttet", en: "ended" }
    /// The same, where there are keys of no use.
    none_kept { da: "Der er ingen samlinger endnu", en: "There are no gatherings yet" }
    /// In the dialogue: the group as it stands is kept.
    take_picture {
        da: "Gem, hvor alle står nu, som dagens samling",
        en: "Keep where everyone stands now as today’s gathering",
    }
    /// In the dialogue: what was agreed on a mark is to be written.
    agree_on(mark: &str) { da: "{mark}: skriv, hvad I aftalte", en: "{mark}: write what you agreed" }
    /// In the dialogue: the sheet goes to this file.
    write_sheet(file: &str) { da: "Skriv dagens ark i {file}", en: "Write the sheet of the day to {file}" }

    /// `pejl gathering` and the commands under it.
    command {
        da: "Ledergruppens samlinger: hvad I talte om og aftalte, når I så på pejlingen sammen",
        en: "The team’s gatherings: what you talked about and agreed when you looked at your bearings together",
    }
    /// `pejl gathering list`.
    list { da: "Vis samlingerne, de ældste først", en: "Show the gatherings, the oldest first" }
    /// `pejl gathering show`.
    show { da: "Vis en samling: hvem der var med, hvad I talte om og aftalte", en: "Show a gathering: who was there, what you talked about and agreed" }
    /// `pejl gathering agree`.
    agree { da: "Skriv, hvad I aftalte om et pejlemærke; tom tekst tager det væk", en: "Write what you agreed on a guidepost; an empty text takes it away" }
    /// `pejl gathering decide`.
    decide { da: "Skriv aftalerne som beslutninger i din egen profil", en: "Write the agreements as decisions in your own profile" }
    /// `pejl gathering end`.
    end { da: "Afslut samlingen, så næste præsentation i dag er en ny", en: "End the gathering, so that the next presentation today is a new one" }
    /// `pejl gathering export`.
    export { da: "Skriv dagens ark: pejlemærkerne, hvor alle stod, og det, I aftalte", en: "Write the sheet of the day: the guideposts, where everyone stood, and what you agreed" }
    /// Which gathering.
    gathering_id: Named {
        da: ("SAMLING", "Samlingens id eller dag, fx 2026-11-28; uden er det den nyeste"),
        en: ("GATHERING", "The gathering’s id or day, such as 2026-11-28; without it the newest"),
    }
    /// What was agreed.
    agreement: Named { da: ("TEKST", "Det, I aftalte"), en: ("TEXT", "What you agreed") }
    /// The format of the sheet.
    sheet_format: Named { da: ("FORMAT", "md, html eller pdf"), en: ("FORMAT", "md, html or pdf") }
    /// `pejl team --present`.
    present_option {
        da: "Vis ledergruppen på en projektor, ét pejlemærke ad gangen",
        en: "Show the team on a projector, one guidepost at a time",
    }
}
