//! The words of the welcome, beside the framework's own.

use super::Lang;

/// The numbers up to twelve in words.
const NUMBERS: [(&str, &str); 12] = [
    ("ét", "one"),
    ("to", "two"),
    ("tre", "three"),
    ("fire", "four"),
    ("fem", "five"),
    ("seks", "six"),
    ("syv", "seven"),
    ("otte", "eight"),
    ("ni", "nine"),
    ("ti", "ten"),
    ("elleve", "eleven"),
    ("tolv", "twelve"),
];

/// A count in words, from thirteen in figures.
fn counted(lang: Lang, count: usize) -> String {
    let word = count.checked_sub(1).and_then(|at| NUMBERS.get(at));
    let word = word.map(|(danish, english)| match lang {
        Lang::Da => *danish,
        Lang::En => *english,
    });
    word.map_or_else(|| count.to_string(), str::to_owned)
}

messages! {
    /// The welcome in one language.
    pub struct WelcomeText;

    /// Its name.
    title { da: "Velkommen", en: "Welcome" }
    /// The names of its steps.
    steps: [&'static str; 5] {
        da: ["Hvad det er", "Dit navn", "Din enhed", "Dit niveau", "Din første drejeknap"],
        en: ["What it is", "Your name", "Your unit", "Your level", "Your first dial"],
    }
    /// The heading of a step: which one of how many it is, and its name.
    step(number: usize, of: usize, name: &str) { da: "{number} af {of} · {name}", en: "{number} of {of} · {name}" }
    /// What it is: the framework's title, whose it is, how many marks it has.
    about(title: &str, organisation: &str, marks: usize) {
        da: {
            let (one, marks) = (marks == 1, counted(Lang::Da, marks));
            let word = if one { "pejlemærke" } else { "pejlemærker" };
            format!("»{title}« fra {organisation} har {marks} {word}: det, du som leder kan styre efter.")
        },
        en: {
            let word = if marks == 1 { "guidepost" } else { "guideposts" };
            let (marks, unofficial) = (counted(Lang::En, marks), Lang::En.text().unofficial);
            let bare = title.strip_suffix(&format!(" ({unofficial})"));
            let after = bare.map(|_| format!(" The English is an {unofficial}.")).unwrap_or_default();
            let title = bare.unwrap_or(title);
            format!("“{title}” from {organisation} has {marks} {word}: what you as a leader can steer by.{after}")
        },
    }
    /// And what a dial is.
    about_dials {
        da: "Hvert pejlemærke har en drejeknap som denne: Du skruer op for det, din enhed har brug for nu, \
            og ned for det, der kan vente.",
        en: "Each guidepost has a dial like this one: you turn up what your unit needs now, \
            and down what can wait.",
    }
    /// Asks for the name.
    which_name { da: "Hvad hedder du?", en: "What is your name?" }
    /// What the name does.
    name {
        da: "Din profil får dit navn. Enter på en tom linje springer over.",
        en: "Your profile takes your name. Enter on an empty line skips this.",
    }
    /// Asks for the unit.
    which_unit { da: "Hvilken enhed leder du?", en: "Which unit do you lead?" }
    /// What the unit does.
    unit {
        da: "Enheden står på det, du printer og deler. Enter på en tom linje springer over.",
        en: "The unit stands on what you print and share. Enter on an empty line skips this.",
    }
    /// In the dialogue: a command stays one where a name is asked for.
    plain_commands {
        da: "Et kommandoord, fx »q« eller »?«, er også her en kommando og intet navn.",
        en: "A command word, for example “q” or “?”, is a command here too and no name.",
    }
    /// Asks for the level.
    which_level { da: "Hvilket niveau leder du på?", en: "At which level do you lead?" }
    /// What a level asks in a mark.
    asks(mark: &str, asks: &str) { da: "{mark}: {asks}", en: "{mark}: {asks}" }
    /// What the level does.
    level {
        da: "Dit niveau er fremhævet ved hvert pejlemærke. Det andet niveau står ved siden af. \
            Du kan skifte det i indstillingerne.",
        en: "Your level is highlighted at each guidepost. The other level stands beside it. \
            You can change it in the settings.",
    }
    /// How a dial is turned.
    dial {
        da: "Skru op eller ned med pilene, og se viseren følge med. Pil til siden vælger et andet pejlemærke. \
            Et pejlemærke slukkes aldrig: helt nede er det »i baggrunden«. Alt gemmes af sig selv, og alt kan fortrydes.",
        en: "Turn up or down with the arrows, and see the needle follow. An arrow to the side chooses another guidepost. \
            A guidepost is never switched off: at the very bottom it is “in the background”. Everything is saved by itself, \
            and everything can be undone.",
    }
}
