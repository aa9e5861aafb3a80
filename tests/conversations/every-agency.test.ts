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
async function answered(name: string): Promise<string> {
  const { text, reply } = await bot.hears(`/tre-han ${name} năm 2023`);
  return `${reply.topic.agency ?? 'asks'}: ${text.split(' ')[0] ?? ''}`;
}

const expected = ({ agency, printed }: (typeof leaves)[number]) => `${agency.id}: ${printed}`;

test('there are 171', () => {
  expect(leaves).toHaveLength(171);
});

test('asked by its full name each answers its own printed rate', async () => {
  const wrong: string[] = [];
  for (const leaf of leaves) {
    const said = await answered(leaf.agency.name);
    if (said !== expected(leaf)) wrong.push(`${leaf.agency.name} → ${said}`);
  }
  expect(wrong).toEqual([]);
});

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
    const said = await answered(nameOf(leaf.agency));
    if (said !== expected(leaf) && !said.startsWith('asks: ')) {
      wrong.push(`${nameOf(leaf.agency)} → ${said}`);
    }
  }
  expect(wrong).toEqual([]);
});
