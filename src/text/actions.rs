//! The names of actions, of lines of keys and of the places where keys hold: a row each, both languages.

messages! {
    /// Names of the actions, as the hint bar and the help show them.
    #[allow(missing_docs)] // each field is the action of the same name in `app::action`
    pub struct Actions;

    up { da: "op", en: "up" }
    down { da: "ned", en: "down" }
    left { da: "venstre", en: "left" }
    right { da: "højre", en: "right" }
    open { da: "åbn", en: "open" }
    back { da: "tilbage", en: "back" }
    turn_up { da: "skru op", en: "turn up" }
    turn_down { da: "skru ned", en: "turn down" }
    to_min { da: "helt i baggrunden", en: "to the background" }
    to_max { da: "helt i forgrunden", en: "to the foreground" }
    neutral { da: "i midten", en: "neutral" }
    set_to { da: "stil på", en: "set to" }
    first { da: "til det første", en: "to the first" }
    last { da: "til det sidste", en: "to the last" }
    page_up { da: "en side op", en: "a page up" }
    page_down { da: "en side ned", en: "a page down" }
    go_field { da: "gå til felt", en: "go to field" }
    next { da: "næste", en: "next" }
    previous { da: "forrige", en: "previous" }
    monthly_review { da: "månedens pejling", en: "monthly review" }
    levels { da: "niveauer", en: "levels" }
    order { da: "rækkefølge", en: "order" }
    rose { da: "rosen", en: "rose" }
    note { da: "note", en: "note" }
    save_bearing { da: "gem pejling", en: "save a bearing" }
    bearings { da: "pejlinger", en: "bearings" }
    compare { da: "sammenlign", en: "compare" }
    ghost { da: "vis som spor på drejeknapperne", en: "show as traces on the dials" }
    restore { da: "gendan denne pejling", en: "restore this bearing" }
    rename { da: "omdøb", en: "rename" }
    delete { da: "slet", en: "delete" }
    review { da: "ses på igen", en: "look again" }
    decisions { da: "beslutninger", en: "decisions" }
    new_decision { da: "skriv en beslutning", en: "write a decision" }
    documents { da: "dokumenter", en: "documents" }
    enriches { da: "beriger", en: "enriches" }
    pick { da: "vælg til og fra", en: "pick or leave" }
    keep { da: "gem", en: "keep" }
    leave { da: "annuller", en: "cancel" }
    foreword { da: "forord", en: "foreword" }
    keep_mine { da: "arbejd videre i min udgave", en: "carry on in my version" }
    keep_theirs { da: "arbejd videre i den anden udgave", en: "carry on in the other version" }
    merge { da: "flet to udgaver", en: "merge two versions" }
    all_mine { da: "alt fra min udgave", en: "all of my version" }
    all_theirs { da: "alt fra den anden udgave", en: "all of the other version" }
    keep_merged { da: "gem den flettede", en: "keep the merged version" }
    welcome { da: "vis velkomsten igen", en: "show the welcome again" }
    profiles { da: "profiler", en: "profiles" }
    export { da: "print og del", en: "print and share" }
    team { da: "ledergruppen", en: "team" }
    read_again { da: "læs igen", en: "read again" }
    unit { da: "enhed", en: "unit" }
    hide_names { da: "skjul navne", en: "hide names" }
    all_marks { da: "alle pejlemærker eller få", en: "all guideposts or few" }
    share { da: "læg min pejling i mappen", en: "put my dials in the folder" }
    take_back { da: "tag min pejling tilbage", en: "take my dials back" }
    present { da: "præsentér for gruppen", en: "present to the team" }
    show_all { da: "vis alle", en: "show all" }
    sort { da: "rækkefølge", en: "order" }
    decide_agreed { da: "aftaler til beslutninger", en: "agreements to decisions" }
    settings { da: "indstillinger", en: "settings" }
    glyphs { da: "tegn drejeknapper på en anden måde", en: "draw dials in another way" }
    in_cells { da: "drejeknapper uden pixels", en: "dials without pixels" }
    help { da: "hjælp", en: "help" }
    palette { da: "kommandoer", en: "commands" }
    find { da: "find", en: "find" }
    choose { da: "vælg", en: "choose" }
    copy { da: "kopiér", en: "copy" }
    copy_note { da: "kopiér noten", en: "copy the note" }
    mirror { da: "spejlet", en: "the mirror" }
    put_away { da: "læg væk", en: "put away" }
    undo { da: "fortryd", en: "undo" }
    redo { da: "gentag", en: "redo" }
    quit { da: "afslut", en: "quit" }
    interrupt { da: "afslut (to gange)", en: "quit (twice)" }
}

messages! {
    /// Names of lines of bindings.
    #[allow(missing_docs)] // each field is the label of the same name in `screens::keymap`
    pub struct Labels;

    choose_field { da: "vælg felt", en: "choose field" }
    choose_mark { da: "vælg", en: "choose" }
    turn { da: "skru", en: "turn" }
    turn_field { da: "skru feltet", en: "turn the field" }
    neighbour { da: "bladr", en: "browse" }
    ends { da: "helt i baggrunden, helt i forgrunden", en: "to the background, to the foreground" }
    set_to {
        da: "stil på +1 … +5, samme tast igen: −1 … −5",
        en: "set to +1 … +5, the same key again: −1 … −5",
    }
    first_last { da: "første, sidste", en: "first, last" }
    scroll { da: "rul", en: "scroll" }
    field_by_number { da: "gå til felt 1–4", en: "go to field 1–4" }
    fields_beyond {
        da: "gå til felt 5–9, hvor der er så mange",
        en: "go to field 5–9, where there are so many",
    }
    through_all { da: "næste, forrige pejlemærke", en: "next, previous guidepost" }
    through_fields { da: "næste, forrige felt", en: "next, previous field" }
    other_level { da: "andet niveau", en: "other level" }
    choose_line { da: "vælg", en: "choose" }
    older_newer { da: "ældre, nyere", en: "older, newer" }
    choose_to_compare { da: "markér", en: "pick" }
    restore { da: "gendan", en: "restore" }
    answer { da: "svar", en: "answer" }
    in_words { da: "svar med ord", en: "answer in words" }
    change { da: "skift", en: "change" }
    write_file { da: "skriv filen", en: "write the file" }
    marks_people { da: "pejlemærker, personer", en: "guideposts, people" }
    share_mine { da: "del min pejling", en: "share my dials" }
    goes_along { da: "det, du tager med", en: "what goes along" }
    copy_path { da: "kopiér stien", en: "copy the path" }
    sort { da: "sortér", en: "sort" }
    onward { da: "videre", en: "onward" }
    skip_rest { da: "spring resten over", en: "skip the rest" }
    page_back { da: "en side tilbage", en: "a page back" }
    leave_review { da: "forlad", en: "leave" }
    back_onward { da: "tilbage, videre", en: "back, onward" }
    back_skip { da: "tilbage, spring over", en: "back, skip" }
    other_part { da: "næste, forrige del", en: "next, previous part" }
    begin { da: "begynd", en: "begin" }
    choose_version { da: "udgave", en: "version" }
    choose_all { da: "alle", en: "all" }
    keep_both { da: "begge", en: "both" }
    keep_merged { da: "flet", en: "merge" }
    leave_both { da: "flet ikke nu", en: "do not merge now" }
    agreed { da: "det aftalte vi", en: "we agreed" }
    skip_mark { da: "spring over", en: "skip" }
    end_presentation { da: "slut", en: "end" }
    sheet { da: "dagens ark", en: "sheet of the day" }
    back_to_marks { da: "til pejlemærkerne", en: "to the guideposts" }
    end_gathering { da: "afslut samlingen", en: "end the gathering" }
    go_to { da: "gå til", en: "go to" }
    run { da: "udfør", en: "run" }
}

messages! {
    /// Short names of places, for the row of them at home where it has little room.
    #[allow(missing_docs)] // each field is the action of the same name
    pub struct Places;

    monthly_review { da: "måned", en: "month" }
    rose { da: "rosen", en: "rose" }
    levels { da: "niveauer", en: "levels" }
    bearings { da: "pejlinger", en: "bearings" }
    team { da: "gruppen", en: "team" }
    export { da: "print", en: "print" }
}

messages! {
    /// Headings of the places where bindings hold.
    #[allow(missing_docs)] // each field is the scope of the same name in `screens::keymap`
    pub struct Scopes;

    everywhere { da: "Overalt", en: "Everywhere" }
    home { da: "Grundlaget", en: "The framework" }
    field { da: "Et felt", en: "A field" }
    mark { da: "Et pejlemærke", en: "A guidepost" }
    levels { da: "Niveauer", en: "Levels" }
    reading { da: "Tekst", en: "Text" }
    profiles { da: "Profiler", en: "Profiles" }
    export { da: "Print og del", en: "Print and share" }
    welcome { da: "Velkommen", en: "Welcome" }
    your_name { da: "Velkommen: dit navn og din enhed", en: "Welcome: your name and unit" }
    your_level { da: "Velkommen: dit niveau", en: "Welcome: your level" }
    first_dial { da: "Velkommen: den første drejeknap", en: "Welcome: the first dial" }
    settings { da: "Indstillinger", en: "Settings" }
    monthly { da: "Månedens pejling", en: "The monthly review" }
    monthly_mark { da: "Månedens pejling: et pejlemærke", en: "The monthly review: a guidepost" }
    rose { da: "Rosen", en: "The rose" }
    bearings { da: "Pejlinger", en: "Bearings" }
    bearing { da: "En pejling", en: "A bearing" }
    present { da: "Præsentation for ledergruppen", en: "Presentation to the team" }
    agreement { da: "Præsentation: det aftalte vi", en: "Presentation: we agreed" }
    present_end { da: "Præsentation: slut", en: "Presentation: the end" }
    team_mark { da: "Ledergruppen: et pejlemærke", en: "The team: a guidepost" }
    two { da: "To oven på hinanden", en: "Two over each other" }
    compare { da: "Sammenlign", en: "Compare" }
    decisions { da: "Beslutninger", en: "Decisions" }
    decision { da: "En beslutning", en: "A decision" }
    picks { da: "En liste at vælge fra", en: "A list to pick from" }
    mirror { da: "Spejlet", en: "The mirror" }
    note { da: "En note", en: "A note" }
    prompt { da: "En linje", en: "A line" }
    search { da: "Find", en: "Find" }
    commands { da: "Kommandoer og hjælp", en: "Commands and help" }
}
