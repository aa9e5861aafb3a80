import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import type { CommandName } from '../../src/asking/commands.ts';
import { periodText } from '../../src/asking/period-text.ts';
import { questionText } from '../../src/asking/question-text.ts';
import type { PeriodAsked } from '../../src/calendar/period.ts';
import { askText, fullText } from '../../src/dialogue/ask-text.ts';
import type { Question, Slots } from '../../src/dialogue/question.ts';
import { certainly } from '../../src/dialogue/read-agencies.ts';
import { readCommand } from '../../src/dialogue/read-command.ts';
import { understandCommand } from '../../src/dialogue/understand.ts';
import type { Sieve } from '../../src/figures/limit.ts';
import { Metric } from '../../src/figures/metric.ts';
import { directory, lookup, noted } from './listening.ts';

const NOTHING: Slots = {
  agencies: [],
  periods: [],
  isPaired: false,
  metric: null,
  formula: null,
  forecast: false,
  among: null,
  order: null,
  by: null,
  only: null,
  asks: null,
  top: null,
  chart: null,
  field: null,
  rest: '',
};

function readBack(text: string): string {
  const read = readCommand(text);
  if (read === null || !('command' in read)) return 'no command';
  const understood = understandCommand(read.command, read.rest, { ...lookup, last: null });
  return understood.kind === 'question' ? noted(understood.question) : understood.kind;
}

function question(command: CommandName, slots: Partial<Slots>): Question {
  return { command, slots: { ...NOTHING, ...slots }, understood: null };
}

const year = fc.option(fc.integer({ min: 2015, max: 2030 }), { nil: null });
const offset = fc.constantFrom(0 as const, -1 as const);
const periods: fc.Arbitrary<PeriodAsked> = fc.oneof(
  fc.record({ kind: fc.constant('year' as const), year: fc.integer({ min: 2015, max: 2030 }) }),
  fc.record({
    kind: fc.constant('half' as const),
    number: fc.constantFrom(1 as const, 2 as const),
    year,
  }),
  fc.record({ kind: fc.constant('nineMonths' as const), year }),
  fc.record({
    kind: fc.constant('quarter' as const),
    number: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
    year,
  }),
  fc.record({ kind: fc.constant('month' as const), number: fc.integer({ min: 1, max: 12 }), year }),
  fc.record({
    kind: fc.constant('quarter' as const),
    number: fc.constant(3 as const),
    year: fc.constant(null),
    yearOffset: offset,
  }),
  fc.record({
    kind: fc.constant('relative' as const),
    unit: fc.constantFrom('month', 'quarter', 'year'),
    offset,
  }),
  fc.integer({ min: 1, max: 300 }).map((days) => {
    const from = Temporal.PlainDate.from('2023-02-03');
    return { kind: 'range' as const, from, to: from.add({ days }) };
  }),
);
const agency = fc.constantFrom(...directory.agencies);

test.each(directory.agencies.map((one) => [one.id, one] as const))('asking about %s', (_, one) => {
  const asked = question('tre-han', { metric: 'overdue', periods: [{ kind: 'year', year: 2023 }] });
  expect(readBack(askText(asked, one))).toBe(`tre-han ${one.id} overdue 2023`);
});

test('a question about one agency reads back to itself, whatever the period', () => {
  fc.assert(
    fc.property(agency, periods, (one, period) => {
      const asked = question('tre-han', {
        metric: 'overdue',
        agencies: [certainly(one, one.name)],
        periods: [period],
      });
      expect(readBack(askText(asked, one))).toBe(noted(asked));
    }),
  );
});

/** As people write them: a rate of at most 0% or at least 100% is just that. */
const sieve = fc
  .record({
    of: fc.constantFrom('rate' as const, 'number' as const),
    threshold: fc.integer({ min: 0, max: 10_000 }),
    side: fc.constantFrom('below' as const, 'above' as const),
    inclusive: fc.boolean(),
    width: fc.option(fc.integer({ min: 1, max: 500 }), { nil: null }),
  })
  .map(({ of, threshold, side, inclusive, width }): Sieve => {
    if (width === null) return { of, bounds: [{ threshold, side, inclusive }] };
    const from = { threshold, side: 'above', inclusive: true } as const;
    const to = { threshold: threshold + width, side: 'below', inclusive: true } as const;
    return { of, bounds: [from, to] };
  });

test('a ranking by one number of the balance reads back to itself', () => {
  const slots = fc.record({
    by: fc.constantFrom('received', 'resolved', 'pending', null),
    order: fc.constantFrom('worst', 'best', null),
  });
  fc.assert(
    fc.property(slots, (some) => {
      const among = { level: 'district', type: null, within: null } as const;
      const asked = question('xep-hang', { ...some, metric: 'dossiers', among });
      const written = questionText('xep-hang', { ...asked.slots, agencies: [] });
      // Most and fewest are said of what was received, which is meant where no number is named.
      const by = some.by ?? (some.order === null ? null : 'received');
      expect(readBack(written)).toBe(noted({ ...asked, slots: { ...asked.slots, by } }));
    }),
  );
});

test('a ranking reads back to itself', () => {
  const level = fc.constantFrom('department', 'branch', 'district', 'commune', 'verticalSector');
  const among = fc.oneof(
    fc.record({ level, type: fc.constant(null), within: fc.constant(null) }),
    fc.record({
      level: fc.constant('commune' as const),
      type: fc.constantFrom(null, 'phường' as const, 'thị trấn' as const),
      within: fc
        .constantFrom(...directory.agencies.filter((one) => one.level === 'district'))
        .map(({ id }) => id),
    }),
  );
  const slots = fc.record({
    metric: fc.constantFrom(...Metric.options),
    among,
    order: fc.constantFrom('worst', 'best', null),
    by: fc.constantFrom('count', 'rate', null),
    only: fc.option(fc.oneof(sieve, fc.constantFrom('kept' as const, 'broken' as const)), {
      nil: null,
    }),
    top: fc.option(fc.integer({ min: 1, max: 99 }), { nil: null }),
    periods: fc.array(periods, { maxLength: 1 }),
  });
  // All dossiers have numbers of their own to go by, and no rate to be narrowed by.
  const sensible = slots.filter(
    ({ metric, by, only, order }) =>
      metric !== 'dossiers' || (by === null && only === null && order === null),
  );
  fc.assert(
    fc.property(sensible, agency, (some, one) => {
      // Agencies are marked in a ranking, which then is about nothing but them.
      const asked = question('xep-hang', { ...some, agencies: [] });
      const written = askText(asked, one).replace(`${one.name} #${one.id} `, '');
      expect(readBack(written)).toBe(noted(asked));
    }),
  );
});

test('in a comparison the doubtful agency is replaced and the others stay', () => {
  const [first, second] = [directory.agencies[40], directory.agencies[41]];
  if (first === undefined || second === undefined) throw new Error('no agencies');
  const asked = question('so-sanh', {
    agencies: [
      certainly(first, first.name),
      { text: 'Vạn Thắng', finding: { kind: 'ask', candidates: [second] } },
    ],
    metric: 'online',
  });
  expect(readBack(askText(asked, second))).toBe(`so-sanh ${first.id}+${second.id} online -`);
});

test('agencies each with a period of its own read back so', () => {
  const named = periods.filter(({ kind }) => kind === 'year' || kind === 'range');
  const sides = fc
    .uniqueArray(fc.tuple(agency, named), {
      minLength: 2,
      maxLength: 4,
      selector: ([{ id }]) => id,
    })
    .filter((pairs) => new Set(pairs.map(([, period]) => periodText(period))).size > 1);
  fc.assert(
    fc.property(sides, (pairs) => {
      const asked = question('so-sanh', {
        agencies: pairs.map(([one]) => certainly(one, one.name)),
        periods: pairs.map(([, period]) => period),
        isPaired: true,
      });
      expect(readBack(fullText(asked))).toBe(noted(asked));
    }),
  );
});

test('another reading of a certain agency takes its place', () => {
  const nhaTrang = directory.agencies.find(({ id }) => id === 'tp-nha-trang');
  const branch = directory.agencies.find(({ id }) => id === 'cn-nha-trang');
  if (nhaTrang === undefined || branch === undefined) throw new Error('no agencies');
  const asked = question('tre-han', {
    agencies: [
      {
        text: 'Nha Trang',
        finding: { kind: 'found', agency: nhaTrang, by: 'district', others: [branch] },
      },
    ],
    metric: 'overdue',
    periods: [{ kind: 'quarter', number: 3, year: null }],
  });
  expect(readBack(askText(asked, branch))).toBe('tre-han cn-nha-trang overdue Q3');
});
