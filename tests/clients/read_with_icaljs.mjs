// Reads a calendar on standard input with ical.js, as Thunderbird and Nextcloud do, and writes
// what it made of every field as JSON.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf-8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);

const when = (time) => (time.isDate ? time.toString() : new Date(time.toUnixTime() * 1000).toISOString());
const fields = (component) =>
  Object.fromEntries(
    component.getAllProperties().map((property) => {
      const values = property.getValues().map((value) => (value instanceof ICAL.Time ? when(value) : `${value}`));
      return [property.name, values];
    }),
  );

const events = calendar.getAllSubcomponents("vevent").map(fields);
process.stdout.write(JSON.stringify({ head: fields(calendar), events }));
