//! The words of the welcome, beside the framework's own.

messages! {
    /// The welcome in one language.
    pub struct WelcomeText;

    /// Its name.
    title { da: "Velkommen", en: "Welcome" }
    /// Which of the three steps it is, counted from 1.
    step(number: usize) -> &'static str {
        da: { number:
            1 => "1 af 3 · Hvad det er",
            2 => "2 af 3 · Dit niveau",
            _ => "3 af 3 · Din første drejeknap",
        },
        en: { number:
            1 => "1 of 3 · What it is",
            2 => "2 of 3 · Your level",
            _ => "3 of 3 · Your first dial",
        },
    }
    /// What there is to do, and that nothing can go wrong.
    about {
        da: "Her har hvert pejlemærke en drejeknap. Du skruer op for det, din enhed har brug for nu, \
            og ned for det, der kan vente. Alt gemmes af sig selv, og alt kan fortrydes.",
        en: "Here each guidepost has a dial. You turn up what your unit needs now, and down what can wait. \
            Everything is saved by itself, and everything can be undone.",
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
            Et pejlemærke slukkes aldrig: helt nede er det »i baggrunden«.",
        en: "Turn up or down with the arrows, and see the needle follow. An arrow to the side chooses another guidepost. \
            A guidepost is never switched off: at the very bottom it is “in the background”.",
    }
}
