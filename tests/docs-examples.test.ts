import { readFileSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { readPeriods } from '../src/calendar/read-periods.ts';
import { numbered } from '../src/channels/numbered-choices.ts';
import { type Heard, startBot, type TestBot } from './conversations/start-bot.ts';

const README = readFileSync('README.md', 'utf8');
const GUIDE = readFileSync('docs/huong-dan.md', 'utf8');

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot[Symbol.asyncDispose]());

/** What `npm run -s ask` prints, less the file of the chart. */
function printed({ text, reply: { choices } }: Heard): string {
  return [text, ...(choices.length === 0 ? [] : ['', ...numbered(choices)])].join('\n');
}

describe('conversations shown in the README', () => {
  const shown = Array.from(
    README.matchAll(/^\$ npm run -s ask -- ("[^\n]+")\n([\s\S]*?)(?=^```)/gmu),
    ([, said = '', answers = '']) => ({
      messages: Array.from(said.matchAll(/"([^"]+)"/gu), ([, message = '']) => message),
      answers: answers
        .split('\n────\n')
        .map((answer) => answer.replace(/^\[data\/charts\/.*\]$/mu, '').trim()),
    }),
  );

  test('there are some', () => {
    expect(shown.length).toBeGreaterThan(2);
  });

  test.each(shown)('$messages', async ({ messages, answers }) => {
    const talk = bot.talk();
    const heard: string[] = [];
    for (const message of messages) heard.push(printed(await talk.hears(message)));
    expect(heard.slice(-answers.length)).toEqual(answers);
  });
});

/** The rows of the guide's table that begins with this line. */
function rowsUnder(header: string): readonly string[] {
  const [, table = ''] = GUIDE.split(`\n${header}\n`);
  return (table.split('\n\n')[0] ?? '').split('\n').slice(1);
}

function codesIn(row: string): readonly string[] {
  return Array.from(row.matchAll(/`([^`]+)`/gu), ([, code = '']) => code);
}

/** Messages in the documents that are meant to be understood. */
const EXAMPLES = [
  ...Array.from(README.matchAll(/^\| `\/[^\n]*\| `(\/[^`\n]+)` \|$/gmu), ([, said = '']) => said),
  ...Array.from(GUIDE.matchAll(/`(\/[\p{L}-]+ [^`\n…]+)`/gu), ([, said = '']) => said),
  ...rowsUnder('| muốn biết | gõ |').flatMap(codesIn),
];
/** Shown for what the bot asks back. */
const ASKS_BACK = ['/tre-hanh Nha Trang', '/tre-han Vạn Thắng'];

describe('examples', () => {
  test('there are many', () => {
    expect(EXAMPLES.length).toBeGreaterThan(50);
  });

  test.each([...new Set(EXAMPLES)].filter((said) => !ASKS_BACK.includes(said)))(
    '%s is answered',
    async (said) => {
      const { text } = await bot.hears(said);
      expect(text).not.toMatch(
        /^(Chưa trả lời được|Tôi chưa hiểu|Không có lệnh|Không có kỳ|Không tìm thấy|“)/u,
      );
    },
  );

  test.each(ASKS_BACK)('%s is asked back about', async (said) => {
    const { text } = await bot.hears(said);
    expect(text).toMatch(/^(Không có lệnh|“Vạn Thắng” là cơ quan nào)/u);
  });
});

describe('answers quoted in the guide', () => {
  /** The replies that the guide quotes from, by a piece of their first line. */
  const QUOTED = [
    '/tre-han Nha Trang',
    '/ho-so Cam Ranh',
    '/tre-han Nha Trang 6 tháng đầu năm 2023',
    '/tre-han toàn tỉnh',
  ];
  const quotes = Array.from(
    GUIDE.matchAll(/^```text\n([\s\S]*?)^```/gmu),
    ([, quote = '']) => quote,
  )
    .filter((quote) => /^\S+ .*hồ sơ.* — /u.test(quote))
    .map((quote) => quote.split('\n').filter((line) => line !== '' && line !== '…'));

  test('there are as many as listed here', () => {
    expect(quotes).toHaveLength(QUOTED.length);
  });

  test('every line of them is what is answered', async () => {
    for (const [index, lines] of quotes.entries()) {
      const { text } = await bot.hears(QUOTED[index] ?? '');
      expect(text.split('\n')).toEqual(expect.arrayContaining(lines));
    }
  });
});

describe('ways of writing that the guide teaches', () => {
  const names = rowsUnder('| gõ | hiểu là |').flatMap((row) =>
    codesIn(row).map((name) => ({ name, meant: row.split('|')[2]?.trim() })),
  );
  const periods = rowsUnder('| kỳ | có thể gõ |').flatMap(codesIn);

  test('there are some of each', () => {
    expect([names.length > 8, periods.length > 15]).toEqual([true, true]);
  });

  test.each(names)('$name is $meant', async ({ name, meant }) => {
    const { reply } = await bot.hears(`/tre-han ${name}`);
    const { agency } = reply.topic;
    expect(agency === null ? null : bot.knowledge.directory.get(agency).name).toBe(meant);
  });

  test.each(periods)('%s is read whole', (text) => {
    const found = readPeriods(text);
    expect(found.flatMap(({ problem }) => problem ?? [])).toEqual([]);
    expect([found[0]?.start, found.at(-1)?.end]).toEqual([0, text.length]);
  });
});
