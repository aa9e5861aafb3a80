import { afterAll, beforeAll, expect, test } from 'vitest';

import type { Agency } from '../../src/agencies/agency.ts';
import { percent } from '../../src/replies/numbers.ts';
import { printedRows } from '../figures/phu-luc-2.ts';
import { directory } from '../snapshots/figures-of-2023.ts';
import { startBot, type TestBot } from './start-bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot[Symbol.asyncDispose]());

const rows = printedRows();
const totals = new Set(rows.map(({ parent }) => parent));
/** The 171 agencies of Phụ lục 2 that report for themselves, each with its printed rate. */
const leaves = rows
  .filter(({ path }) => !totals.has(path))
  .map(({ path, rate }) => {
    const agency = directory.byOfficialPath(path);
    if (agency === null) throw new Error(`no agency at ${path}`);
    return { agency, printed: percent(rate) };
  });

/** What the bot says first, and about whom. */
async function answered(question: string): Promise<string> {
  const { text, reply } = await bot.hears(`/tre-han ${question}`);
  return `${reply.topic.agency ?? 'asks'}: ${text.split(' ')[0] ?? ''}`;
}

const expected = ({ agency, printed }: (typeof leaves)[number]) => `${agency.id}: ${printed}`;

test('there are 171', () => {
  expect(leaves).toHaveLength(171);
});

/** Of today and elsewhere: a unit that bears the name of one of them and did not come out of it. */
const NAMESAKES = ['UBND xã Ninh Phước', 'UBND xã Ninh Sơn'];

test.each([
  ['alone', (name: string) => name, NAMESAKES],
  ['in a year when only one of that name existed', (name: string) => `${name} năm 2023`, []],
])(
  'by its full name %s each answers its own printed rate, or which is meant is asked',
  async (_words, asking, namesakes) => {
    const wrong: string[] = [];
    const asked: string[] = [];
    for (const leaf of leaves) {
      const { name } = leaf.agency;
      const said = await answered(asking(name));
      if (said.startsWith('asks: ')) asked.push(name);
      else if (said !== expected(leaf)) wrong.push(`${name} → ${said}`);
    }
    expect(wrong).toEqual([]);
    expect(asked.toSorted()).toEqual(namesakes);
  },
);

/** Without marks and in small letters, as on a phone. */
const typed = ({ name }: Agency) =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .toLowerCase();

test.each([
  ['by its short name', ({ shortName }: Agency) => shortName],
  ['without marks', typed],
])('%s each answers its own rate or is asked about, never another', async (_words, nameOf) => {
  const wrong: string[] = [];
  for (const leaf of leaves) {
    const said = await answered(`${nameOf(leaf.agency)} năm 2023`);
    if (said !== expected(leaf) && !said.startsWith('asks: ')) {
      wrong.push(`${nameOf(leaf.agency)} → ${said}`);
    }
  }
  expect(wrong).toEqual([]);
});
