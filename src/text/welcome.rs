//! The words of the welcome, beside the framework's own.

/// The welcome in one language.
pub struct WelcomeText {
    /// Its name.
    pub title: &'static str,
    /// Which of the three steps it is, counted from 1.
    pub step: fn(usize) -> &'static str,
    /// What there is to do, and that nothing can go wrong.
    pub about: &'static str,
    /// Asks for the level.
    pub which_level: &'static str,
    /// What a level asks in a mark.
    pub asks: fn(mark: &str, asks: &str) -> String,
    /// What the level does.
    pub level: &'static str,
    /// How a dial is turned.
    pub dial: &'static str,
}

/// Danish.
pub const DA: WelcomeText = WelcomeText {
    title: "Velkommen",
    step: |number| match number {
        1 => "1 af 3 · Hvad det er",
        2 => "2 af 3 · Dit niveau",
        _ => "3 af 3 · Din første drejeknap",
    },
    about: "Her har hvert pejlemærke en drejeknap. Du skruer op for det, din enhed har brug for nu, \
            og ned for det, der kan vente. Alt gemmes af sig selv, og alt kan fortrydes.",
    which_level: "Hvilket niveau leder du på?",
    asks: |mark, asks| format!("{mark}: {asks}"),
    level: "Dit niveau står i lys ved hvert pejlemærke. Resten kan stadig læses ved siden af. \
            Du kan skifte det i indstillingerne.",
    dial: "Skru op eller ned med pilene, og se visningen følge med. Pil til siden vælger et andet pejlemærke. \
           Ingen knap er nogensinde slukket: helt nede står der »i baggrunden«.",
};

/// English.
pub const EN: WelcomeText = WelcomeText {
    title: "Welcome",
    step: |number| match number {
        1 => "1 of 3 · What it is",
        2 => "2 of 3 · Your level",
        _ => "3 of 3 · Your first dial",
    },
    about: "Here each mark has a dial. You turn up what your unit needs now, and down what can wait. \
            Everything is saved by itself, and everything can be undone.",
    which_level: "At which level do you lead?",
    asks: |mark, asks| format!("{mark}: {asks}"),
    level: "Your level is in light at each mark. The rest can still be read beside it. \
            You can change it in the settings.",
    dial: "Turn up or down with the arrows, and see the picture follow. An arrow to the side chooses another mark. \
           No dial is ever off: at the very bottom it says “in the background”.",
};
