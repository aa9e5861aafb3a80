import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { decide, type Decided, type Moment } from '../../src/alerts/decide.ts';
import type { Measure } from '../../src/alerts/measure.ts';
import type { AlertState } from '../../src/alerts/state.ts';
import { anyLate, rateMeasure } from './any-measure.ts';

const START = Temporal.Instant.from('2026-11-23T01:00:00Z');
const at = (minutes: number, isRepeatDue = false): Moment => ({
  now: START.add({ minutes }),
  isRepeatDue: () => isRepeatDue,
});

/** What is decided of one measure after another, a minute apart. */
function decisions(measures: readonly Measure[], isRepeatDue = false) {
  let state: AlertState | null = null;
  return measures.map((measure, minute) => {
    const decided = decide(state, measure, at(minute, isRepeatDue));
    state = decided.after;
    return decided;
  });
}

/** Late dossiers of 1,000 from minute to minute, and what is said each time; `-` = nothing. */
const said = (...late: readonly number[]) =>
  decisions(late.map((each) => rateMeasure(each, 1_000)))
    .map(({ reason }) => (reason === 'nothingNew' ? '-' : reason))
    .join(' ');

describe('reasons', () => {
  test.each<[readonly number[], string]>([
    [[0, 5, 9], '- - -'],
    // 1,00 % is reached, inclusive.
    [[9, 10], '- first'],
    [[10, 10, 11, 49], 'first - - -'],
    [[10, 50, 100], 'first worsened worsened'],
    [[100], 'first'],
    // Neither 0,99 % nor exactly 0,90 % is clearly under 1 %.
    [[10, 9, 10, 9, 10], 'first - - - -'],
    [[10, 8], 'first recovered'],
    [[10, 8, 10], 'first recovered first'],
    [[51, 49, 51, 48, 51], 'first - - recovered worsened'],
    [[100, 8, 0], 'first recovered -'],
    [[100, 20, 20, 8], 'first recovered - recovered'],
  ])('of %j in 1.000: %s', (late, reasons) => {
    expect(said(...late)).toBe(reasons);
  });

  test('an alert nobody acknowledged is repeated when that is due, one that is acknowledged is not', () => {
    const measure = rateMeasure(12, 1_000);
    const { after } = decide(null, measure, at(0));
    expect(decide(after, measure, at(1)).reason).toBe('nothingNew');
    const repeated = decide(after, measure, at(9, true));
    expect(repeated).toMatchObject({
      reason: 'repeatDue',
      after: { toldAt: at(9).now, since: START },
    });
    const seen = after === null ? null : { ...after, acknowledgedAt: START };
    expect(decide(seen, measure, at(9, true)).reason).toBe('nothingNew');
  });

  test('what is acknowledged is told when it grows worse, and is to be acknowledged again', () => {
    const { after } = decide(null, rateMeasure(12, 1_000), at(0));
    const seen = after === null ? null : { ...after, acknowledgedAt: START };
    expect(decide(seen, rateMeasure(50, 1_000), at(1))).toMatchObject({
      reason: 'worsened',
      after: { acknowledgedAt: null, since: START, bound: 500 },
    });
  });

  test('what sways just below a limit is not repeated as being over it', () => {
    const { after } = decide(null, rateMeasure(10, 1_000), at(0));
    expect(decide(after, rateMeasure(9, 1_000), at(9, true)).reason).toBe('nothingNew');
  });

  test('a new period begins anew: what was told of the old one is over without a word', () => {
    const { after } = decide(null, rateMeasure(12, 1_000, 2026), at(0));
    expect(decide(after, rateMeasure(1, 1_000, 2027), at(1))).toMatchObject({
      reason: 'nothingNew',
      after: null,
    });
    expect(decide(after, rateMeasure(12, 1_000, 2027), at(1)).reason).toBe('first');
  });

  test('limits that were changed meanwhile are those that count', () => {
    const measure = rateMeasure(12, 1_000);
    const { after } = decide(null, measure, at(0));
    const milder = { ...measure, bounds: [200, 500], reached: 0, held: 0 };
    expect(decide(after, milder, at(1))).toMatchObject({ reason: 'nothingNew', after: null });
    const stricter = { ...measure, bounds: [50, 100, 500], reached: 2, held: 2 };
    expect(decide(after, stricter, at(1)).reason).toBe('nothingNew');
  });
});

/** Whether one thing that is said may follow another: told anew after it was over, graver, or milder. */
function isInOrder({ reason, before, after }: Decided, last: Decided | undefined): boolean {
  const [was, is] = [boundOf(before), boundOf(after)];
  if (reason === 'recovered') return is < was;
  if (reason === 'worsened') return was > 0 && is > was;
  const isFree = last === undefined || last.reason === 'recovered';
  return reason === 'first' && was === 0 && is > 0 && isFree;
}

const boundOf = (state: AlertState | null) => state?.bound ?? 0;

describe('whatever the rates', () => {
  const anyRates = fc.array(anyLate, { maxLength: 30 });

  test('nothing is told twice unless it grew worse or recovered in between', () => {
    fc.assert(
      fc.property(anyRates, (late) => {
        const told = decisions(late.map((each) => rateMeasure(each, 1_000))).filter(
          ({ reason }) => reason !== 'nothingNew',
        );
        const wrong = told.filter((one, index) => !isInOrder(one, told[index - 1]));
        expect(wrong).toEqual([]);
      }),
    );
  });

  test('the same figures again say nothing', () => {
    fc.assert(
      fc.property(anyRates, anyLate, (late, last) => {
        const all = [...late, last, last].map((each) => rateMeasure(each, 1_000));
        expect(decisions(all).at(-1)?.reason).toBe('nothingNew');
      }),
    );
  });

  test('there is an alert whenever a limit is reached, and none once it is clearly left behind', () => {
    fc.assert(
      fc.property(anyRates, (late) => {
        const measures = late.map((each) => rateMeasure(each, 1_000));
        const isRaised = decisions(measures).map(({ after }) => after !== null);
        const wrong = measures.filter(({ reached, held }, index) =>
          isRaised[index] === true ? held === 0 : reached > 0,
        );
        expect(wrong).toEqual([]);
      }),
    );
  });

  test('a rate that stays within the margin of a limit is told at most once', () => {
    const within = fc.array(fc.constantFrom(9, 10, 11), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(within, (late) => {
        const told = decisions(late.map((each) => rateMeasure(each, 1_000)));
        expect(told.filter(({ reason }) => reason !== 'nothingNew').length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
