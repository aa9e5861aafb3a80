import { readFileSync } from 'node:fs';

import { readWorkingCalendar } from '../../src/calendar/read-working-calendar.ts';

const FILE = 'fixtures/calendar/viet-nam.yaml';

/** The calendar that the bot is delivered with, as text. */
export const VIET_NAM = readFileSync(FILE, 'utf8');

/** The calendar that the bot is delivered with. */
export const calendar = readWorkingCalendar(VIET_NAM, FILE);

export const day = (text: string) => Temporal.PlainDate.from(text);

/** A local moment: "2025-05-02T10:00". */
export const at = (text: string) => Temporal.Instant.from(`${text}+07:00`);
