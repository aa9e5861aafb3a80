import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { AgencyId } from '../../../src/agencies/agency.ts';
import { PeriodKey } from '../../../src/calendar/period.ts';
import { consoleChannel } from '../../../src/channels/console/console-channel.ts';
import { consoleLines, consoleReply } from '../../../src/channels/console/console-reply.ts';
import { silentLog } from '../../../src/log.ts';
import type { DrawChart } from '../../../src/replies/chart-request.ts';
import { type Reply, textReply } from '../../../src/replies/reply.ts';
import { KeptLog } from '../../doubles/kept-log.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-'));
});
afterEach(() => rm(folder, { recursive: true }));

const draw: DrawChart = async ({ title }) => new TextEncoder().encode(title);

const ANSWER: Reply = {
  ...textReply(
    [
      { kind: 'headline', line: [{ strong: '0,77%' }, ' hồ sơ trễ hạn'] },
      { kind: 'source', line: ['Nguồn: Phụ lục 2'] },
    ],
    [{ label: 'Cấp xã 0,10%', send: '/tre-han #cap-xa-nha-trang' }],
  ),
  topic: {
    agency: AgencyId.parse('tp-nha-trang'),
    period: PeriodKey.parse('2023'),
    metric: 'overdue',
  },
};
const charted = (title: string): Reply => ({
  ...ANSWER,
  chart: { kind: 'ranking', title, subtitle: '', source: '', bars: [], limit: null },
});

describe('what --json writes', () => {
  test('the question, the words, what can be said next, and what it was about', async () => {
    expect(
      await consoleReply('/tre-han Nha Trang', ANSWER, { draw, folder, log: silentLog }),
    ).toEqual({
      question: '/tre-han Nha Trang',
      text: '0,77% hồ sơ trễ hạn\n\nNguồn: Phụ lục 2',
      choices: [{ label: 'Cấp xã 0,10%', send: '/tre-han #cap-xa-nha-trang' }],
      charts: [],
      files: [],
      agency: 'tp-nha-trang',
      period: '2023',
      metric: 'overdue',
    });
  });
});

describe('charts', () => {
  test('the same picture is one file, another is another; the folder is made', async () => {
    const drawing = { draw, folder: join(folder, 'charts'), log: silentLog };
    const one = await consoleReply('', charted('a'), drawing);
    const again = await consoleReply('', charted('a'), drawing);
    const other = await consoleReply('', charted('b'), drawing);
    expect(again.charts).toEqual(one.charts);
    expect(other.charts).not.toEqual(one.charts);
    expect(await readdir(drawing.folder)).toHaveLength(2);
  });

  test.each<[string, () => Promise<{ draw: DrawChart; folder: string }>]>([
    [
      'that cannot be drawn',
      async () => ({ draw: () => Promise.reject(new Error('no font')), folder }),
    ],
    [
      'that cannot be written',
      async () => {
        await writeFile(join(folder, 'file'), '');
        return { draw, folder: join(folder, 'file') };
      },
    ],
  ])('a chart %s leaves the text, and the log says so', async (_words, drawing) => {
    const log = new KeptLog();
    const reply = await consoleReply('', charted('a'), { ...(await drawing()), log });
    const why: unknown = expect.stringMatching(/no font|EEXIST/u);
    const fields = { kind: 'ranking', why };
    expect(log.lines).toEqual([{ level: 'error', event: 'console.chartFailed', fields }]);
    expect(reply.charts).toEqual([]);
    expect(reply.text).toContain('0,77%');
  });
});

const makeFile = async () => new TextEncoder().encode('PK');
const cannotMake = () => Promise.reject(new Error('too big'));

describe('files', () => {
  const table = { kind: 'workbook', name: '../ho-so.xlsx', sheets: [] } as const;
  const filed: Reply = { ...ANSWER, file: table };

  test('go under their own name into the folder and nowhere else, and are told of', async () => {
    const reply = await consoleReply('', filed, { draw, makeFile, folder, log: silentLog });
    expect(reply.files).toEqual([join(folder, 'ho-so.xlsx')]);
    expect(await readdir(folder)).toEqual(['ho-so.xlsx']);
    expect(consoleLines(reply).at(-1)).toBe(`[${join(folder, 'ho-so.xlsx')}]`);
  });

  test('that cannot be made leave the text, and the log says so', async () => {
    const log = new KeptLog();
    const drawing = { draw, makeFile: cannotMake, folder, log };
    const reply = await consoleReply('', filed, drawing);
    expect(reply).toMatchObject({ files: [] });
    expect(log.lines.map(({ event }) => event)).toEqual(['console.fileFailed']);
  });
});

test('for people: text, numbered choices, the file', async () => {
  const reply = await consoleReply('', charted('a'), { draw, folder, log: silentLog });
  expect(consoleLines(reply)).toEqual([
    '0,77% hồ sơ trễ hạn\n\nNguồn: Phụ lục 2',
    '',
    '1. Cấp xã 0,10%',
    '',
    `[${reply.charts[0] ?? ''}]`,
  ]);
});

test('a plain answer has no empty lines behind it', async () => {
  const reply = await consoleReply(
    '',
    { ...ANSWER, choices: [] },
    { draw, folder, log: silentLog },
  );
  expect(consoleLines(reply)).toEqual(['0,77% hồ sơ trễ hạn\n\nNguồn: Phụ lục 2']);
});

describe('the channel', () => {
  test('what is pushed is printed like an answer, and receipted', async () => {
    const printed: string[] = [];
    const channel = consoleChannel(
      { draw, folder, log: silentLog },
      ({ text }) => void printed.push(text),
    );
    const delivery = await channel.deliver({ chat: 'keeper', topic: null }, ANSWER);
    expect(delivery).toEqual({ kind: 'delivered', receipt: 'keeper' });
    expect(printed).toEqual(['0,77% hồ sơ trễ hạn\n\nNguồn: Phụ lục 2']);
  });

  test('nobody listens before the start and after the stop', async () => {
    const channel = consoleChannel({ draw, folder, log: silentLog }, () => {});
    expect(await channel.hear('x', { chat: 'chat' })).toBeNull();
    const stop = await channel.listen(async () => ANSWER);
    expect((await channel.hear('x', { chat: 'chat' }))?.question).toBe('x');
    await stop();
    expect(await channel.hear('x', { chat: 'chat' })).toBeNull();
  });

  test('one person speaks in the chat that was named, in private', async () => {
    const heard: unknown[] = [];
    const channel = consoleChannel({ draw, folder, log: silentLog }, () => {});
    await channel.listen(async (message) => {
      heard.push(message);
      return null;
    });
    await channel.hear('/tre-han', { chat: 'nhóm A' });
    expect(heard).toEqual([
      {
        channel: 'console',
        chat: 'nhóm A',
        chatKind: 'private',
        person: 'terminal',
        addressed: true,
        text: '/tre-han',
      },
    ]);
  });
});
