import { createHash } from 'node:crypto';

import type { Directory } from '../../agencies/agency.ts';
import { asPeriod, type CalendarPeriod } from '../../calendar/calendar-period.ts';
import { periodKey } from '../../calendar/periods.ts';
import { dayOf } from '../../clock.ts';
import { SourceUnreadable } from '../../errors.ts';
import type { Payload, Reading, Source } from '../../polling/source.ts';
import { PORTAL_DOCUMENT } from '../../replies/portal-document.ts';
import { askPeriod } from './ask-period.ts';
import { type DeskGiven, openDesk } from './desk.ts';
import { periodsOn } from './plan.ts';
import { type Said, saysAnything, statementsOf } from './translation.ts';

/** Figures that the national portal counts by its own rules are compared with nobody else's. */
const SCOPE = 'national-portal';

type Given = DeskGiven & { readonly directory: Directory };

/**
 * The national portal's evaluation of one province: a payload a period that has any points. The first thing that goes wrong ends the visit;
 * what was read until then stands.
 */
export function portalSource(given: Given): Source {
  return { name: given.options.name, fetch: () => visit(given) };
}

async function* visit(given: Given): AsyncIterable<Payload> {
  const { options, clock } = given;
  const desk = openDesk(given);
  const today = dayOf(clock.now());
  for (const period of periodsOn(today, options)) {
    const key = periodKey(asPeriod(period));
    const origin = `${new URL(options.url).host} ${key}`;
    try {
      const { said, answers } = await askPeriod(desk, { options, period });
      const contentHash = hashOf(answers);
      const reading = readingOf(said, given, { period, today });
      // Not evaluated yet, or being computed anew: no figure, and nothing that may take the place of one.
      if (!reading.statements.some(saysAnything)) continue;
      yield { kind: 'read', origin, contentHash, readings: [reading] };
    } catch (error) {
      if (!(error instanceof SourceUnreadable)) throw error;
      yield { kind: 'refused', origin, contentHash: '', problems: error.problems };
      return;
    }
  }
}

type When = { readonly period: CalendarPeriod; readonly today: Temporal.PlainDate };

/** What the portal says today reaches to yesterday; a period that is over, to its end. */
function readingOf(said: Said, { directory, options }: Given, { period, today }: When): Reading {
  const yesterday = today.subtract({ days: 1 });
  const isOver = Temporal.PlainDate.compare(period.to, yesterday) <= 0;
  return {
    document: PORTAL_DOCUMENT,
    period: periodKey(asPeriod(period)),
    scope: SCOPE,
    formula: null,
    asOf: isOver ? period.to : yesterday,
    figures: [],
    statements: statementsOf(said, { directory, options, period }),
  };
}

function hashOf(answers: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const answer of answers) hash.update(answer);
  return hash.digest('hex');
}
