import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { commandFor, metricOf } from '../../src/asking/commands.ts';
import {
  agencyQuestion,
  exactIdsIn,
  exactName,
  questionText,
} from '../../src/asking/question-text.ts';
import type { Period } from '../../src/calendar/period.ts';
import {
  halfPeriod,
  monthPeriod,
  nineMonthsPeriod,
  periodKey,
  quarterPeriod,
  rangePeriod,
  yearPeriod,
} from '../../src/calendar/periods.ts';
import { resolvePeriod } from '../../src/calendar/resolve-period.ts';
import type { Question } from '../../src/dialogue/question.ts';
import { readCommand } from '../../src/dialogue/read-command.ts';
import { understandCommand } from '../../src/dialogue/understand.ts';
import { Metric } from '../../src/figures/metric.ts';
import { directory, lookup } from '../dialogue/listening.ts';

const TODAY = { today: Temporal.PlainDate.from('2026-11-21'), year: 2026 };

function readBack(text: string): Question {
  const read = readCommand(text);
  if (read === null || !('command' in read)) throw new Error(`no command: ${text}`);
  const understood = understandCommand(read.command, read.rest, { ...lookup, last: null });
  if (understood.kind !== 'question') throw new Error(`${understood.kind}: ${text}`);
  return understood.question;
}

function agenciesIn({ slots }: Question): readonly string[] {
  return slots.agencies.map(({ finding }) =>
    finding.kind === 'found' ? finding.agency.id : finding.kind,
  );
}

const periodsIn = ({ slots }: Question) =>
  slots.periods.map((asked) =>
    asked.kind === 'impossible' ? asked.text : periodKey(resolvePeriod(asked, TODAY)),
  );

const agency = fc.constantFrom(...directory.agencies);
const metric = fc.constantFrom(...Metric.options);
const year = fc.integer({ min: 2015, max: 2030 });
/** Every kind of period that figures can be of. */
const period: fc.Arbitrary<Period> = fc.oneof(
  year.map(yearPeriod),
  fc.tuple(year, fc.constantFrom(1 as const, 2 as const)).map(([of, half]) => halfPeriod(of, half)),
  year.map(nineMonthsPeriod),
  fc
    .tuple(year, fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const))
    .map(([of, quarter]) => quarterPeriod(of, quarter)),
  fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([of, month]) => monthPeriod(of, month)),
  fc.tuple(year, fc.integer({ min: 1, max: 300 })).map(([of, days]) => {
    const from = Temporal.PlainDate.from({ year: of, month: 2, day: 3 });
    return rangePeriod(from, from.add({ days }));
  }),
);

test('a choice asks about exactly its agency, metric and period', () => {
  fc.assert(
    fc.property(agency, metric, fc.option(period), (one, asked, when) => {
      const question = readBack(agencyQuestion(asked, one, when));
      expect(question.command).toBe(commandFor(asked));
      expect(question.slots).toMatchObject({ metric: asked, among: null, rest: '' });
      expect(agenciesIn(question)).toEqual([one.id]);
      expect(periodsIn(question)).toEqual(when === null ? [] : [periodKey(when)]);
    }),
    { numRuns: 500 },
  );
});

test('a comparison asks about exactly its agencies', () => {
  const several = fc.uniqueArray(agency, { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(several, metric, period, (some, asked, when) => {
      const text = questionText('so-sanh', {
        agencies: some.map(exactName),
        metric: asked,
        periods: [when],
      });
      const question = readBack(text);
      expect(question.command).toBe('so-sanh');
      expect(question.slots.metric).toBe(asked);
      expect(agenciesIn(question)).toEqual(some.map(({ id }) => id));
      expect(periodsIn(question)).toEqual([periodKey(when)]);
    }),
  );
});

test('what goes without saying is not written', () => {
  const [one] = directory.agencies;
  if (one === undefined) throw new Error('no agencies');
  expect(metricOf('tre-han')).toBe('overdue');
  expect(agencyQuestion('overdue', one, null)).toBe(`/tre-han ${one.name} #${one.id}`);
  expect(questionText('xep-hang', { metric: null, periods: [] })).toBe('/xep-hang');
});

test('the ids of exact names are found again, in whatever letters, with their places', () => {
  fc.assert(
    fc.property(agency, agency, (one, other) => {
      const text = `${exactName(one).toUpperCase()}; ${exactName(other)} 15:30`;
      const found = exactIdsIn(text);
      expect(found.map(({ id }) => id)).toEqual([one.id, other.id]);
      expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([
        `#${one.id}`.toUpperCase(),
        `#${other.id}`,
      ]);
    }),
  );
  expect(exactIdsIn('quý 3 # 5')).toEqual([]);
});

test('how many there are, and an order, are written down as they read back', () => {
  const among = { level: 'department', within: null } as const;
  expect(questionText('xep-hang', { among, metric: 'overdue', only: 'every' })).toBe(
    '/xep-hang bao nhiêu sở',
  );
  const periods = [
    { kind: 'year', year: 2023 },
    { kind: 'year', year: 2022 },
  ] as const;
  expect(questionText('bieu-do', { among, chart: 'ranking', periods })).toBe(
    '/bieu-do sở cột năm 2023',
  );
});
