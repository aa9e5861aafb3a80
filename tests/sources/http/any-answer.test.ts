import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { AgencyId } from '../../../src/agencies/agency.ts';
import { yearPeriod } from '../../../src/calendar/periods.ts';
import { WORDED_PROBLEMS } from '../../../src/replies/problem-words.ts';
import { figureRows } from '../../../src/sources/http/figure-rows.ts';
import { mapAnswer } from '../../../src/sources/http/map-answer.ts';
import { CODES, directory, finder } from './asking.ts';

const fields = { agency: 'ma', received: 'so' };
const codes = Object.fromEntries(
  Object.entries(CODES).map(([code, id]) => [code, AgencyId.parse(id)]),
);
const reading = { origin: 'a', span: yearPeriod(2026), fields, codes, directory, finder };

/** What is made of an answer: counts, or the codes of what is wrong with it. */
async function madeOf(bytes: Uint8Array) {
  const mapping = { rows: '$', fields, head: {} };
  const outcome = await mapAnswer({ bytes, mapping, bindings: {} });
  if (outcome.kind === 'failed') return { wrong: outcome.problems.map(({ code }) => code) };
  const { figures, problems } = figureRows([outcome], reading);
  if (problems.length > 0) return { wrong: problems.map(({ code }) => code) };
  return { wrong: [], counts: figures.map(({ counts }) => counts.received) };
}

const text = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const anything = fc.oneof(fc.jsonValue(), fc.maxSafeNat(), fc.double(), fc.constant(null));

test('a count is what was said, not known, or wrong: nothing is made into a number', async () => {
  await fc.assert(
    fc.asyncProperty(anything, async (so) => {
      const { wrong, counts } = await madeOf(text([{ ma: 'H32.01', so }]));
      const said: unknown = JSON.parse(JSON.stringify(so));
      const isCount = said === null || (Number.isSafeInteger(said) && Number(said) >= 0);
      expect(wrong.length === 0).toBe(isCount);
      expect(isCount ? counts : [said]).toEqual([said]);
    }),
  );
});

test('whatever a system says, it is rows or something with a name', async () => {
  const bytes = fc.oneof(fc.uint8Array(), fc.jsonValue().map(text), fc.string().map(text));
  await fc.assert(
    fc.asyncProperty(bytes, async (said) => {
      const { wrong } = await madeOf(said);
      expect(wrong.filter((code) => !WORDED_PROBLEMS.includes(code))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
