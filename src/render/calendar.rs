//! A calendar as iCalendar (RFC 5545): days, not hours; ids that stay, so that a calendar that knows an event changes it.

use icalendar::{Calendar as Ics, Component, Event, EventLike, Property};
use sha2::{Digest, Sha256};

use super::terminal::harmless;
use crate::view::Calendar;

/// How many bytes of a fingerprint make an id.
const ID: usize = 16;

/// Writes a calendar.
pub fn calendar(own: &Calendar) -> Vec<u8> {
    let stamp = own.as_of.and_time(chrono::NaiveTime::MIN).and_utc();
    let mut ics = Ics::empty();
    for (key, value) in [("VERSION", "2.0"), ("PRODID", "-//plan//plan due//VI"), ("CALSCALE", "GREGORIAN")] {
        ics.append_property(Property::new(key, value));
    }
    ics.append_property(Property::new("METHOD", "PUBLISH"));
    ics.append_property(Property::new("X-WR-CALNAME", harmless(&own.name)));
    for event in &own.events {
        let mut written = Event::new();
        // A day without an end lasts that day; nobody is busy for something being due.
        written
            .uid(&id(&event.key))
            .timestamp(stamp)
            .starts(event.on)
            .summary(&harmless(&event.summary))
            .description(&event.description.split('\n').map(harmless).collect::<Vec<_>>().join("\n"))
            .add_property("TRANSP", "TRANSPARENT");
        ics.push(written.done());
    }
    ics.to_string().into_bytes()
}

fn id(key: &str) -> String {
    let digest = Sha256::digest(key.as_bytes());
    let hex: String = digest.iter().take(ID).map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat();
    format!("{hex}@plan")
}
