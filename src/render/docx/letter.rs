//! What makes a document an official one: its head, its foot, the beginnings of its appendices.

use super::cells::unruled;
use super::measure::width;
use super::pages::PORTRAIT;
use super::text::{Look, escaped, rule, run, styled};
use crate::view::{Appendix, Letterhead, Signature};

/// Half points of the lines of the head, of the number and the day, and of the recipients.
const HEAD: u32 = 24;
const MOTTO: u32 = 26;
const NUMBER: u32 = 26;
const RECIPIENT: u32 = 22;
const SIGNER: u32 = 28;

/// Twips of the column that the name of the state fills in one line.
const STATE: u32 = 5400;

/// Writes the head in two columns, then what the document is and what it is about; of a letter to whom it goes.
pub(super) fn letterhead(head: &Letterhead) -> String {
    let widths = [PORTRAIT.text() - STATE, STATE];
    let line =
        |text: &str, look: Look| if text.is_empty() { String::new() } else { styled("HeadText", "", &run(text, look)) };
    let strong = Look::sized(HEAD).bold();
    let under =
        |text: &str, size: u32, across: u32, part: u32| rule(across, (width(text, size, true) / part).min(across));
    // A rule a third to a half of the line above under the agency, one as long as the line under the motto.
    let agency = under(&head.agency, HEAD, widths[0], 2);
    let issuer = [line(&head.parent, Look::sized(HEAD)), line(&head.agency, strong), agency].concat();
    let state = if head.state.is_empty() {
        styled("HeadText", "", "")
    } else {
        let motto = Look::sized(MOTTO).bold();
        [line(&head.state, strong), line(&head.motto, motto), under(&head.motto, MOTTO, widths[1], 1)].concat()
    };
    let number = styled("HeadText", "", &run(&head.number, Look::sized(NUMBER)));
    let dated = styled("HeadText", "", &run(&head.dated, Look::sized(NUMBER).italic()));
    if head.kind.is_empty() {
        let about = styled("HeadText", "", &run(&head.subject, Look::sized(HEAD)));
        let room = "<w:spacing w:before=\"240\" w:after=\"240\"/>";
        let to = styled("HeadText", room, &run(&head.to, Look::sized(SIGNER)));
        return [unruled(widths, &[[issuer, state], [number + &about, dated]]), to].concat();
    }
    let subject = styled("Subtitle", "", &run(&head.subject, Look::default()));
    let length = width(&head.subject, SIGNER, true).min(PORTRAIT.text()) / 3;
    [
        unruled(widths, &[[issuer, state], [number, dated]]),
        styled("Title", "", &run(&head.kind, Look::default())),
        subject,
        rule(PORTRAIT.text(), length),
        styled("HeadText", "", ""),
    ]
    .concat()
}

/// Writes who receives the document, and who signs it with room to do so.
pub(super) fn signature(foot: &Signature) -> String {
    let left = PORTRAIT.text() * 9 / 20;
    let keep = "<w:keepNext/>";
    let to = styled("FootText", keep, &run(&foot.to, Look::sized(HEAD).bold().italic()));
    let recipients = foot.recipients.iter().map(|own| styled("FootText", keep, &run(own, Look::sized(RECIPIENT))));
    let signer = |text: &str, more: &str| styled("HeadText", more, &run(text, Look::sized(SIGNER).bold()));
    // Room to sign: four lines of space, with no text in it.
    let name = signer(&foot.name, "<w:spacing w:before=\"1400\"/>");
    let left_cell = std::iter::once(to).chain(recipients).collect();
    unruled([left, PORTRAIT.text() - left], &[[left_cell, [signer(&foot.office, keep), name].concat()]])
}

/// Writes the beginning of an appendix: its label and title as one heading, then what it belongs to.
pub(super) fn appendix(own: &Appendix) -> String {
    let title = format!(
        "<w:r><w:t xml:space=\"preserve\">{}</w:t><w:br/><w:t xml:space=\"preserve\">{}</w:t></w:r>",
        escaped(&own.label),
        escaped(&own.title)
    );
    let reference =
        styled("HeadText", "<w:spacing w:after=\"160\"/>", &run(&own.reference, Look::sized(MOTTO).italic()));
    [styled("AppendixHeading", "", &title), reference].concat()
}
