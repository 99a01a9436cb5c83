//! `plan due`.

use super::args::Common;
use super::args_paper::DueArgs;
use super::failure::Failure;
use super::format::Format;
use super::output::Output;
use super::session::{Exit, Session};
use super::status::party;
use super::world::World;
use crate::eval::{self, Horizon};
use crate::render;
use crate::view::{self, Dues};

/// Days that may be looked ahead: a hundred years, more than a plan has.
const FARTHEST: u32 = 36_525;

/// Runs the command.
pub(super) fn run(args: &DueArgs, common: &Common, world: &mut World<'_>) -> Result<Exit, Failure> {
    let within = days(&args.within).ok_or_else(|| Failure::BadSpan(args.within.clone()))?;
    let output = Output::of_due(args, common)?;
    let mut session = Session::open(common, world)?;
    let read = session.read(args.as_of.as_deref(), |plan, times, as_of| {
        eval::queries(plan, times, Horizon::of_plan(plan, as_of)).0
    })?;
    if !session.report(args.keep_going, common, world)? {
        return Ok(Exit::Findings);
    }
    let (Some(read), Some((plan, times))) = (read, session.plan()) else { return Ok(Exit::Findings) };
    let units = args.unit.iter().map(|text| party(plan, text)).collect::<Result<Vec<_>, _>>()?;
    let asked = eval::queries(plan, times, Horizon::of_plan(plan, read.as_of)).1;
    let Some(context) = session.judging(&read) else { return Ok(Exit::Findings) };
    let judgement = eval::judge(context, &asked)?;
    let Some(judged) = session.judged(&read, &judgement) else { return Ok(Exit::Findings) };
    let all = eval::due(context, &judgement);
    let dues = Dues { judged, all: &all, within, units: &units };
    if output.is(Format::Ics) {
        output.save(&render::calendar(&view::due_calendar(&dues)), world)?;
    } else {
        output.print(&view::due(&dues), common, world)?;
    }
    Ok(session.exit())
}

/// Reads a stretch of days: `30d`, `30`, `4w`.
pub(super) fn days(text: &str) -> Option<u32> {
    let text = text.trim().to_lowercase();
    let (number, each) = match text.strip_suffix('w') {
        Some(weeks) => (weeks, 7),
        None => (text.strip_suffix('d').unwrap_or(&text), 1),
    };
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    let days = number.parse::<u32>().ok().filter(|_| is_number)?.checked_mul(each)?;
    (days <= FARTHEST).then_some(days)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_is_days_or_weeks() {
        assert_eq!(["30d", "30", "4w", "0d", " 7D "].map(days), [Some(30), Some(30), Some(28), Some(0), Some(7)]);
        assert_eq!(["", "d", "-1d", "+3", "1.5d", "3m", "99999999999d", "40000d"].map(days), [None; 8]);
    }
}
