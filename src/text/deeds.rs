//! What each action does, in a sentence, and the other words that people use for it. Owns those; what an action is called
//! stands in `actions`.

/// One sentence that says what an action does, and other words for it, with blanks between them.
pub type Deed = (&'static str, &'static str);

messages! {
    /// Each action in a sentence, with the other words for it that the palette understands.
    #[allow(missing_docs)] // each field is the action of the same name in `screens::action`
    pub struct Deeds;

    up: Deed { da: ("Går til det, der står ovenover.", "pil opad"), en: ("Goes to what stands above.", "arrow") }
    down: Deed { da: ("Går til det, der står nedenunder.", "pil nedad"), en: ("Goes to what stands below.", "arrow") }
    left: Deed { da: ("Går til det, der står til venstre.", "pil"), en: ("Goes to what stands to the left.", "arrow") }
    right: Deed { da: ("Går til det, der står til højre.", "pil"), en: ("Goes to what stands to the right.", "arrow") }
    open: Deed {
        da: ("Åbner det, der er valgt.", "enter ind vis se"),
        en: ("Opens what is selected.", "enter in show see"),
    }
    back: Deed {
        da: ("Går tilbage til det, du kom fra.", "esc ud luk væk"),
        en: ("Goes back to where you came from.", "esc out close leave"),
    }
    turn_up: Deed {
        da: ("Skruer drejeknappen ét hak op. På forsiden er det alle feltets drejeknapper.", "mere øg hæv prioritér opprioritér"),
        en: ("Turns the dial up one notch. On the front page it is all dials of the field.", "more increase raise prioritise"),
    }
    turn_down: Deed {
        da: ("Skruer drejeknappen ét hak ned. På forsiden er det alle feltets drejeknapper.", "mindre sænk nedprioritér"),
        en: ("Turns the dial down one notch. On the front page it is all dials of the field.", "less decrease lower"),
    }
    to_min: Deed {
        da: ("Skruer pejlemærket helt i baggrunden. Det er ikke slukket.", "mindst minimum -5"),
        en: ("Turns the guidepost right into the background. It is not off.", "least minimum -5"),
    }
    to_max: Deed {
        da: ("Skruer pejlemærket helt i forgrunden.", "mest maksimum +5"),
        en: ("Turns the guidepost right into the foreground.", "most maximum +5"),
    }
    neutral: Deed {
        da: ("Skruer tilbage i midten.", "nul 0 nulstil midten neutral"),
        en: ("Turns back to the middle.", "zero 0 reset middle"),
    }
    set_to: Deed {
        da: ("Stiller drejeknappen på tallet. Samme tast igen stiller den på det samme tal under nul.", "tal værdi indstil"),
        en: ("Sets the dial to the number. The same key again sets it to the same number below zero.", "number value"),
    }
    first: Deed { da: ("Går til det øverste.", "top start begyndelsen"), en: ("Goes to the top.", "top start beginning") }
    last: Deed { da: ("Går til det nederste.", "bund slutningen"), en: ("Goes to the bottom.", "bottom end") }
    page_up: Deed { da: ("Ruller en side op.", "rul bladr"), en: ("Scrolls a page up.", "scroll") }
    page_down: Deed { da: ("Ruller en side ned.", "rul bladr"), en: ("Scrolls a page down.", "scroll") }
    go_field: Deed { da: ("Vælger feltet på forsiden.", "felt område"), en: ("Selects the field on the front page.", "area") }
    next: Deed {
        da: ("Går til det næste pejlemærke, gennem dem alle.", "videre frem"),
        en: ("Goes to the next guidepost, through all of them.", "onward forward"),
    }
    previous: Deed {
        da: ("Går til det forrige pejlemærke, gennem dem alle.", "tilbage baglæns"),
        en: ("Goes to the previous guidepost, through all of them.", "backward"),
    }
    levels: Deed {
        da: ("Viser, hvad et niveau bliver bedt om, som én side at læse.", "niveau tekst læs rolle"),
        en: ("Shows what a level is asked for, as one page to read.", "level text read role"),
    }
    order: Deed {
        da: ("Skifter mellem grundlagets rækkefølge og det, du har skruet mest op for, først.", "sortér sorter orden"),
        en: ("Changes between the framework’s order and most turned up first.", "sort"),
    }
    monthly_review: Deed {
        da: (
            "Fører dig fra det, der har flyttet sig, til en ny pejling og en dato. Du kan slippe undervejs og fortsætte senere.",
            "måned månedlig gennemgang guide kalender påmindelse",
        ),
        en: (
            "Takes you from what has moved to a new bearing and a date. You can leave on the way and go on later.",
            "month monthly guide calendar reminder",
        ),
    }
    rose: Deed {
        da: ("Viser hele din profil som ét billede.", "overblik oversigt diagram figur helhed graf"),
        en: ("Shows your whole profile as one picture.", "overview chart diagram graph whole"),
    }
    note: Deed {
        da: ("Skriver en note til pejlemærket om, hvilket behov du skruer efter.", "noter notat skriv kommentar behov hvorfor begrundelse"),
        en: ("Writes a note on the guidepost: the need you turn it for.", "notes write comment need why reason"),
    }
    save_bearing: Deed {
        da: ("Gemmer, hvordan alle drejeknapper står i dag, så du kan se tilbage.", "gem pejling status måling dags dato"),
        en: ("Keeps how all dials stand today, so that you can look back.", "save bearing status snapshot"),
    }
    bearings: Deed {
        da: ("Viser dine pejlinger og udviklingen fra den ene til den næste.", "historik udvikling forløb historie tidslinje tid tidligere kurve"),
        en: ("Shows your bearings and how they developed over time.", "history development course progress timeline time earlier trend"),
    }
    compare: Deed {
        da: ("Sætter to pejlinger ved siden af hinanden, eller den sidste og nu.", "forskel ændringer ændret før nu"),
        en: ("Puts two bearings side by side, or the last one and now.", "difference changes changed before"),
    }
    ghost: Deed {
        da: ("Viser, hvor pejlingen stod, som et spor på hver drejeknap.", "spor skygge"),
        en: ("Shows where the bearing stood, as a trace on each dial.", "trace shadow ghost"),
    }
    restore: Deed {
        da: ("Stiller alle drejeknapper, som de stod ved pejlingen.", "gendan genskab tilbagestil"),
        en: ("Sets all dials as they stood at the bearing.", "restore revert"),
    }
    rename: Deed { da: ("Giver pejlingen et andet navn.", "navn omdøbe ændr titel"), en: ("Gives the bearing another name.", "name title") }
    delete: Deed {
        da: ("Sletter det, der er valgt. Det kan fortrydes.", "slet fjern smid ud"),
        en: ("Deletes what is selected. It can be undone.", "delete remove erase"),
    }
    review: Deed {
        da: ("Sætter den dato, hvor du vil se på profilen igen.", "dato kalender påmindelse husk aftale opfølgning"),
        en: ("Sets the date on which you want to look at the profile again.", "date calendar reminder follow-up"),
    }
    decisions: Deed {
        da: ("Viser de beslutninger, du har skrevet ned.", "beslutning vedtaget"),
        en: ("Shows the decisions you have written down.", "decision"),
    }
    new_decision: Deed {
        da: ("Skriver en beslutning ned og holder den op mod det, du har skruet op for.", "ny beslutning beslut"),
        en: ("Writes a decision down and holds it against what you have turned up.", "new decision decide"),
    }
    documents: Deed {
        da: ("Knytter noten til de dokumenter, grundlaget hænger sammen med.", "dokument politik strategi"),
        en: ("Ties the note to the documents the framework is connected with.", "document policy strategy"),
    }
    enriches: Deed {
        da: ("Vælger, hvilke pejlemærker i driften dette er med til at berige.", "berig driften forbind link"),
        en: ("Chooses which guideposts in operations this one helps to enrich.", "enrich operations link connect"),
    }
    pick: Deed { da: ("Vælger linjen til eller fra.", "marker kryds"), en: ("Picks the line or leaves it.", "mark tick") }
    keep: Deed { da: ("Gemmer det, du skriver, og lukker.", "luk færdig"), en: ("Keeps what you write, and closes.", "close done") }
    leave: Deed { da: ("Lader alt være, som det var.", "fortryd afbryd"), en: ("Leaves everything as it was.", "abort") }
    foreword: Deed {
        da: ("Viser grundlagets forord.", "indledning grundlaget baggrund introduktion"),
        en: ("Shows the foreword of the framework.", "introduction preface framework background"),
    }
    keep_mine: Deed {
        da: ("Arbejder videre i din udgave af profilen. Den anden bliver gemt ved siden af.", "konflikt"),
        en: ("Carries on in your version of the profile. The other one is kept beside it.", "conflict"),
    }
    keep_theirs: Deed {
        da: ("Arbejder videre i den anden udgave af profilen. Din bliver gemt ved siden af.", "konflikt"),
        en: ("Carries on in the other version of the profile. Yours is kept beside it.", "conflict"),
    }
    merge: Deed {
        da: ("Viser forskellene mellem de to udgaver, så du kan vælge.", "konflikt sammenflet"),
        en: ("Shows the differences between the two versions, for you to choose.", "conflict"),
    }
    all_mine: Deed { da: ("Vælger din udgave overalt.", "konflikt"), en: ("Chooses your version everywhere.", "conflict") }
    all_theirs: Deed { da: ("Vælger den anden udgave overalt.", "konflikt"), en: ("Chooses the other version everywhere.", "conflict") }
    keep_merged: Deed { da: ("Gemmer det, du har valgt.", "konflikt"), en: ("Keeps what you have chosen.", "conflict") }
    welcome: Deed {
        da: ("Viser de første skærme igen.", "velkommen introduktion vejledning forfra kom-i-gang"),
        en: ("Shows the first screens again.", "introduction tutorial guide start"),
    }
    profiles: Deed {
        da: (
            "Viser din profil med navn, enhed, udfordring og niveau, og de andre profiler. En profil kan hentes ind fra en fil.",
            "profil navn flyt synkroniser synkronisering onedrive enhed udfordring hent importer import fil sky computer mappe",
        ),
        en: (
            "Shows your profile with name, unit, challenge and level, and the other profiles. A profile can be brought in from a file.",
            "profile name move sync synchronise synchronize onedrive unit challenge import file cloud computer folder",
        ),
    }
    export: Deed {
        da: (
            "Laver et ark, et billede, et regneark eller tekst af din profil, til at printe eller sende.",
            "print printe udskriv udskrift pdf word excel billede send sende del dele mail e-mail mejl eksport eksporter \
             regneark ark kort plakat csv xlsx html svg png png-fil json markdown rapport papir dokument",
        ),
        en: (
            "Makes a sheet, a picture, a spreadsheet or text of your profile, to print or to send.",
            "print printout pdf word excel picture image send share mail email e-mail export spreadsheet sheet csv xlsx \
             html svg png json markdown report paper cards poster",
        ),
    }
    team: Deed {
        da: (
            "Viser ledergruppens drejeknapper ved siden af hinanden.",
            "kollega kolleger kollegaer chef team gruppe gruppen ledergruppe sammen fælles spredning andre",
        ),
        en: (
            "Shows the dials of the leadership group side by side.",
            "colleague colleagues boss manager chief team group together common spread others",
        ),
    }
    read_again: Deed { da: ("Læser kollegernes filer igen.", "opdater genindlæs"), en: ("Reads the colleagues’ files again.", "refresh reload update") }
    unit: Deed { da: ("Viser én enhed eller alle.", "afdeling filtrér"), en: ("Shows one unit or all.", "department filter") }
    all_marks: Deed {
        da: ("Viser alle pejlemærker, eller kun dem, hvor I to står mindst to hak fra hinanden.", "alle forskel afstand"),
        en: ("Shows all guideposts, or only those where you two stand two notches or more apart.", "all difference distance"),
    }
    share: Deed {
        da: (
            "Lægger dine drejeknapper i ledergruppens mappe, under dit navn: værdierne, aldrig noter, beslutninger eller svar.",
            "del dele deling send sende kollega kolleger gruppe ledergruppe mappe fælles aflever læg",
        ),
        en: (
            "Puts your dials into the team’s folder, under your name: the values, never notes, decisions or answers.",
            "share sharing send colleague colleagues team group folder hand in put",
        ),
    }
    take_back: Deed {
        da: ("Tager det ud af ledergruppens mappe, som du har delt.", "ud fjern mappe delt"),
        en: ("Takes what you have shared out of the team’s folder.", "unshare folder out"),
    }
    present: Deed {
        da: ("Viser ledergruppen ét pejlemærke ad gangen, til en projektor.", "projektor storskærm ledermøde lederdag samling f5"),
        en: ("Shows the team one guidepost at a time, for a projector.", "projector screen meeting gathering f5"),
    }
    show_all: Deed {
        da: ("Viser, hvor alle står på pejlemærket, eller dækker det til igen.", "afslør prikker"),
        en: ("Shows where everyone stands on the guidepost, or covers it again.", "reveal dots"),
    }
    sort: Deed {
        da: ("Skifter mellem længst fra hinanden først og grundlagets rækkefølge.", "sortér orden"),
        en: ("Changes between furthest apart first and the framework’s order.", "sort"),
    }
    decide_agreed: Deed {
        da: ("Skriver det, I aftalte, som beslutninger i din egen profil.", "aftale aftaler beslutning"),
        en: ("Writes what you agreed as decisions in your own profile.", "agreement decision"),
    }
    hide_names: Deed { da: ("Viser gruppen uden navne, eller med.", "anonym"), en: ("Shows the group without names, or with.", "anonymous") }
    glyphs: Deed {
        da: (
            "Tegner drejeknapperne på den næste måde: pixels, glatte kanter, blokke, prikker, ASCII.",
            "tegn pixels pixel billede billeder grafik blokke prikker ascii glat sixel kitty",
        ),
        en: (
            "Draws the dials in the next way: pixels, smooth edges, blocks, dots, ASCII.",
            "glyphs pixels pixel picture pictures graphics blocks dots ascii smooth sixel kitty",
        ),
    }
    in_cells: Deed {
        da: (
            "Tegner drejeknapperne med glatte kanter i tegn, hvis terminalen intet viser af dem i pixels.",
            "usynlig væk forsvundet tom tomme tomt ingen pixels billede billeder grafik sixel kitty",
        ),
        en: (
            "Draws the dials with smooth edges in characters, if the terminal shows nothing of them in pixels.",
            "invisible gone missing empty no pixels picture pictures graphics sixel kitty",
        ),
    }
    settings: Deed {
        da: (
            "Sprog, farver, tegn, bevægelse, mus og ledergruppens mappe.",
            "indstilling farver farve tema sprog skrift skrifttype mørk lys kontrast mus bevægelse taster opsætning dansk engelsk",
        ),
        en: (
            "Language, colours, glyphs, motion, mouse and the team’s folder.",
            "setting colours colors colour color theme language font dark light contrast mouse motion keys options preferences danish english",
        ),
    }
    help: Deed {
        da: ("Viser, hvad tasterne gør.", "genveje genvej taster tastatur manual vejledning ?"),
        en: ("Shows what the keys do.", "shortcuts shortcut keys keyboard manual guide ?"),
    }
    palette: Deed {
        da: ("Alt, hvad pejl kan, fundet ved navn.", "kommando menu alt"),
        en: ("Everything pejl can do, found by name.", "command menu everything"),
    }
    find: Deed {
        da: ("Finder i grundlaget og i det, du selv har skrevet.", "søg søge led efter"),
        en: ("Finds in the framework and in what you wrote yourself.", "search look for"),
    }
    choose: Deed { da: ("Vælger linjen.", "enter"), en: ("Chooses the line.", "enter") }
    copy: Deed {
        da: ("Lægger pejlemærkets tekst på udklipsholderen.", "kopier udklipsholder klip"),
        en: ("Puts the guidepost’s text on the clipboard.", "clipboard") }
    copy_note: Deed {
        da: ("Lægger din note på udklipsholderen.", "kopier udklipsholder"),
        en: ("Puts your note on the clipboard.", "clipboard"),
    }
    mirror: Deed {
        da: ("Viser de spørgsmål, grundlagets sætninger stiller til din profil.", "spejl spørgsmål refleksion svar"),
        en: ("Shows the questions that the framework’s sentences ask of your profile.", "question questions reflection answer"),
    }
    put_away: Deed { da: ("Lægger spørgsmålet væk, eller tager det frem igen.", "skjul luk"), en: ("Puts the question away, or takes it out again.", "hide dismiss") }
    undo: Deed {
        da: ("Tager det seneste, du gjorde, tilbage. Det kan gentages.", "fortryde tilbage"),
        en: ("Takes back what you did last. It can be redone.", "revert back"),
    }
    redo: Deed { da: ("Gør det igen, som du fortrød.", "igen omgør"), en: ("Does again what you took back.", "again") }
    quit: Deed { da: ("Lukker pejl. Alt er gemt.", "luk stop slut exit"), en: ("Closes pejl. Everything is saved.", "close exit stop end") }
    interrupt: Deed { da: ("Lukker pejl, når den trykkes to gange.", "luk afbryd"), en: ("Closes pejl when pressed twice.", "close abort") }
}
