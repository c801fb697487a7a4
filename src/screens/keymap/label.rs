//! What a line of the table of bindings is called where its actions share one name.

use crate::text::Text;

/// What a line of the table is called where its actions share one line; a line of one action is called as the action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Label {
    /// Move between fields.
    ChooseField,
    /// Move between marks.
    ChooseMark,
    /// Turn the dial.
    Turn,
    /// Turn the field's dials.
    TurnField,
    /// Go to the neighbour mark.
    Neighbour,
    /// To the ends of the scale.
    Ends,
    /// To a detent by its number.
    SetTo,
    /// First and last.
    FirstLast,
    /// Scroll.
    Scroll,
    /// Fields by number.
    FieldByNumber,
    /// Fields by number, in frameworks of more than four.
    FieldsBeyond,
    /// Next and previous mark through all.
    ThroughAll,
    /// Next and previous field.
    ThroughFields,
    /// Another level.
    OtherLevel,
    /// Move in a list.
    ChooseLine,
    /// The bearing before and after.
    OlderNewer,
    /// Choose a bearing to compare with.
    ChooseToCompare,
    /// Restore a bearing.
    Restore,
    /// Answer a question.
    Answer,
    /// Answer it in one's own words.
    InWords,
    /// Change what is chosen.
    Change,
    /// Write a file.
    WriteFile,
    /// The team's marks, or its people.
    MarksPeople,
    /// Put one's own dials into the team's folder.
    ShareMine,
    /// To what goes along, and back.
    GoesAlong,
    /// Copy the path of the file.
    CopyPath,
    /// Another order.
    Sort,
    /// The next step of the welcome.
    Onward,
    /// Back and forth on the monthly path.
    BackOnward,
    /// To another part of it.
    OtherPart,
    /// Leave the welcome before its end.
    SkipRest,
    /// The page of the welcome before.
    PageBack,
    /// Leave the monthly review, which waits.
    LeaveReview,
    /// Leave the welcome at its end.
    Begin,
    /// Choose a version.
    ChooseVersion,
    /// Choose all of one version.
    ChooseAll,
    /// Keep both.
    KeepBoth,
    /// Keep the merged one.
    KeepMerged,
    /// Leave both versions as they are.
    LeaveBoth,
    /// Write what was agreed.
    Agreed,
    /// Pass a mark over.
    SkipMark,
    /// End a presentation.
    EndPresentation,
    /// Write the sheet of the day.
    Sheet,
    /// Back to the marks of a presentation.
    BackToMarks,
    /// End a gathering.
    EndGathering,
    /// Go to what was found.
    GoTo,
    /// Carry a command out.
    Run,
}

impl Label {
    /// What it is called.
    pub(super) fn name(self, text: &Text) -> &'static str {
        let labels = &text.labels;
        match self {
            Self::ChooseField => labels.choose_field,
            Self::ChooseMark => labels.choose_mark,
            Self::Turn => labels.turn,
            Self::TurnField => labels.turn_field,
            Self::Neighbour => labels.neighbour,
            Self::Ends => labels.ends,
            Self::SetTo => labels.set_to,
            Self::FirstLast => labels.first_last,
            Self::Scroll => labels.scroll,
            Self::FieldByNumber => labels.field_by_number,
            Self::FieldsBeyond => labels.fields_beyond,
            Self::ThroughAll => labels.through_all,
            Self::ThroughFields => labels.through_fields,
            Self::OtherLevel => labels.other_level,
            Self::ChooseLine => labels.choose_line,
            Self::OlderNewer => labels.older_newer,
            Self::ChooseToCompare => labels.choose_to_compare,
            Self::Restore => labels.restore,
            Self::Answer => labels.answer,
            Self::InWords => labels.in_words,
            Self::Change => labels.change,
            Self::WriteFile => labels.write_file,
            Self::MarksPeople => labels.marks_people,
            Self::ShareMine => labels.share_mine,
            Self::GoesAlong => labels.goes_along,
            Self::CopyPath => labels.copy_path,
            Self::Sort => labels.sort,
            Self::Onward => labels.onward,
            Self::BackOnward => labels.back_onward,
            Self::OtherPart => labels.other_part,
            Self::SkipRest => labels.skip_rest,
            Self::PageBack => labels.page_back,
            Self::LeaveReview => labels.leave_review,
            Self::Begin => labels.begin,
            Self::ChooseVersion => labels.choose_version,
            Self::ChooseAll => labels.choose_all,
            Self::KeepBoth => labels.keep_both,
            Self::KeepMerged => labels.keep_merged,
            Self::LeaveBoth => labels.leave_both,
            Self::Agreed => labels.agreed,
            Self::SkipMark => labels.skip_mark,
            Self::EndPresentation => labels.end_presentation,
            Self::Sheet => labels.sheet,
            Self::BackToMarks => labels.back_to_marks,
            Self::EndGathering => labels.end_gathering,
            Self::GoTo => labels.go_to,
            Self::Run => labels.run,
        }
    }
}
