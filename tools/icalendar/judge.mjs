// node judge.mjs FILE.ics … : one line of JSON per file with what Thunderbird's library reads in it, in its strict mode; a file that it cannot read ends the run.
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';

ICAL.design.strict = true;

const time = value => ({ text: value.toString(), isDate: value.isDate, zone: value.isDate ? null : value.zone.tzid });

for (const file of process.argv.slice(2)) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, 'utf8')));
  const events = calendar.getAllSubcomponents('vevent').map(component => {
    const event = new ICAL.Event(component, { strictExceptions: true });
    return {
      uid: event.uid,
      summary: event.summary,
      description: event.description,
      stamp: time(component.getFirstPropertyValue('dtstamp')),
      start: time(event.startDate),
      end: time(event.endDate),
      transparency: component.getFirstPropertyValue('transp'),
      alarms: component.getAllSubcomponents('valarm').map(alarm => ({
        action: alarm.getFirstPropertyValue('action'),
        description: alarm.getFirstPropertyValue('description'),
        secondsBefore: -alarm.getFirstPropertyValue('trigger').toSeconds(),
      })),
    };
  });
  console.log(JSON.stringify({
    component: calendar.name,
    version: calendar.getFirstPropertyValue('version'),
    product: calendar.getFirstPropertyValue('prodid'),
    method: calendar.getFirstPropertyValue('method'),
    name: calendar.getFirstPropertyValue('x-wr-calname'),
    events,
  }));
}
