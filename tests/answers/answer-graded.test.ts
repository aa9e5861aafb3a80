import { expect, test } from 'vitest';

import { answerGradedYears } from '../../src/answers/answer-graded.ts';
import { plainText } from '../../src/channels/plain-text.ts';
import type { IndexScore } from '../../src/figures/index-score.ts';
import type { Statement } from '../../src/snapshots/snapshot.ts';
import { openKnown, published } from '../queries/known.ts';
import { NOTHING_SAID } from './nothing-said.ts';

type Years = Readonly<Record<string, Partial<Statement>>>;

/** The lines of "qua các năm" where this was published of the whole province. */
async function linesOf(years: Years): Promise<readonly string[]> {
  using known = await openKnown();
  for (const [year, said] of Object.entries(years)) {
    const statements = [
      published('toan-tinh', said.rate ?? 8500, { metric: 'reformIndex', ...said }),
    ];
    await known.record(year, { statements });
  }
  const question = { command: 'dien-bien', slots: NOTHING_SAID, understood: null } as const;
  const { blocks } = await answerGradedYears(known.knowledge, question, 'reformIndex');
  return (plainText(blocks, { limit: Infinity, tableWidth: 100 })[0] ?? '').split('\n');
}

const GOOD: IndexScore = {
  group: null,
  part: 'good',
  name: 'cơ quan xếp loại Tốt',
  score: null,
  max: null,
  numerator: 35,
  denominator: 42,
  flags: [],
};

test('a year with a rate and no grades stands beside those with grades, and not as an empty one', async () => {
  const lines = await linesOf({ 2022: {}, 2023: { scores: [GOOD] } });
  expect(lines[0]).toMatch(/^Năm 2023: 35\/42 cơ quan xếp loại Tốt — /u);
  expect(lines.join('\n')).toContain('Năm 2022: 85,00%; văn bản không ghi xếp loại.');
});

test('rates alone are told as rates', async () => {
  const lines = await linesOf({ 2022: { rate: 8123 }, 2023: {} });
  expect(lines[0]).toBe('85,00% chỉ số cải cách hành chính — Tỉnh Khánh Hòa, năm 2023');
  expect(lines.join('\n')).toContain('Năm 2022: 81,23%; văn bản không ghi xếp loại.');
});
