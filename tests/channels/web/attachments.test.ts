import { describe, expect, test } from 'vitest';
import * as z from 'zod';

import type { ChartRequest } from '../../../src/replies/chart-request.ts';
import type { FileRequest } from '../../../src/replies/file-request.ts';
import { type Reply, textReply } from '../../../src/replies/reply.ts';
import { KeptLog } from '../../doubles/kept-log.ts';
import { firstChats, plainPng, startPage, visit } from './running-page.ts';

const CHART: ChartRequest = {
  kind: 'ranking',
  title: '5/8 huyện vượt 1%',
  subtitle: 'Tỷ lệ hồ sơ trễ hạn (%), năm 2023',
  source: 'Nguồn: Báo cáo 55/BC-UBND',
  bars: [],
  limit: null,
};

const FILE: FileRequest = { kind: 'workbook', name: 'Báo cáo "quý 3".xlsx', sheets: [] };

const REPLY: Reply = {
  ...textReply([{ kind: 'text', line: ['kèm biểu đồ'] }]),
  chart: CHART,
  file: FILE,
};

const Listed = z.object({
  messages: z.array(
    z.object({
      chart: z.object({ url: z.string(), title: z.string(), alt: z.string() }).nullable(),
      files: z.array(z.object({ url: z.string(), name: z.string(), size: z.number() })),
    }),
  ),
});

async function shown(settings: Parameters<typeof startPage>[0], times = 1) {
  const page = await startPage(settings);
  const visitor = await visit(page);
  const { own } = await firstChats(visitor);
  for (let number = 0; number < times; number += 1) {
    await page.channel.deliver({ chat: own, topic: null }, REPLY);
  }
  const listed: unknown = await (await visitor.get(`/api/messages?chat=${own}`)).json();
  const { messages } = Listed.parse(listed);
  return { page, visitor, messages, [Symbol.asyncDispose]: () => page[Symbol.asyncDispose]() };
}

describe('charts', () => {
  test('are drawn when first looked at, once, under a key nobody can guess', async () => {
    const drawn: ChartRequest[] = [];
    const draw = (request: ChartRequest) => {
      drawn.push(request);
      return Promise.resolve(plainPng(90, 50));
    };
    await using chat = await shown({ draw });
    const chart = chat.messages[0]?.chart;
    expect(chart?.alt).toBe('5/8 huyện vượt 1%. Tỷ lệ hồ sơ trễ hạn (%), năm 2023');
    expect(chart?.url).toMatch(/^\/charts\/[\w-]{24}\.png$/u);
    expect(drawn).toEqual([]);
    const pictures = await Promise.all([1, 2, 3].map(() => chat.visitor.get(chart?.url ?? '')));
    expect(pictures.map(({ headers }) => headers.get('content-type'))).toEqual(
      Array(3).fill('image/png'),
    );
    expect(await pictures[0]?.bytes()).toEqual(Uint8Array.from(plainPng(90, 50)));
    expect(drawn).toEqual([CHART]);
  });

  test('that cannot be drawn leave the text, and are tried again when looked at again', async () => {
    let tries = 0;
    const draw = () => {
      tries += 1;
      return tries === 1 ? Promise.reject(new Error('no font')) : Promise.resolve(plainPng(9, 5));
    };
    const log = new KeptLog();
    await using chat = await shown({ draw, log });
    const url = chat.messages[0]?.chart?.url ?? '';
    expect((await chat.visitor.get(url)).status).toBe(500);
    const why: unknown = expect.stringContaining('Error: no font');
    expect(log.lines[0]).toMatchObject({ event: 'web.chartFailed', fields: { why } });
    expect((await chat.visitor.get(url)).status).toBe(200);
  });

  test('few drawn pictures are kept; an old one is drawn again', async () => {
    let tries = 0;
    const draw = () => {
      tries += 1;
      return Promise.resolve(plainPng(9, 5));
    };
    await using chat = await shown({ draw }, 65);
    for (const { chart } of chat.messages) await chat.visitor.get(chart?.url ?? '');
    expect(tries).toBe(65);
    const [oldest, newest] = [chat.messages[0], chat.messages[64]];
    await chat.visitor.get(newest?.chart?.url ?? '');
    expect(tries).toBe(65);
    expect((await chat.visitor.get(oldest?.chart?.url ?? '')).status).toBe(200);
    expect(tries).toBe(66);
  });

  test.each(['/charts/AAAAAAAAAAAAAAAAAAAAAAAA.png', '/charts/..png', '/charts/x'])(
    '%s is not found',
    async (path) => {
      await using chat = await shown({});
      expect((await chat.visitor.get(path)).status).toBe(404);
    },
  );
});

const cannotMake = () => Promise.reject(new Error('full disk'));

describe('files', () => {
  const bytes = new TextEncoder().encode('PK đơn vị');

  test('are offered as downloads under their own name, never to be opened in the page', async () => {
    const made: FileRequest[] = [];
    const makeFile = async (file: FileRequest) => {
      made.push(file);
      return bytes;
    };
    await using chat = await shown({ makeFile });
    const link = chat.messages[0]?.files[0];
    expect(link).toMatchObject({ name: FILE.name, size: bytes.length });
    const response = await chat.visitor.get(link?.url ?? '');
    expect(response.headers.get('content-type')).toMatch(/spreadsheetml/u);
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20%22qu%C3%BD%203%22.xlsx`,
    );
    expect(await response.bytes()).toEqual(bytes);
    expect(made).toEqual([FILE]);
  });

  test('that cannot be made leave the text', async () => {
    const log = new KeptLog();
    await using chat = await shown({ makeFile: cannotMake, log });
    expect(chat.messages).toMatchObject([{ files: [] }]);
    expect(log.lines.map(({ event }) => event)).toEqual(['web.fileFailed']);
  });

  test('are kept up to a size', async () => {
    await using chat = await shown({ makeFile: async () => new Uint8Array(30e6) }, 3);
    const statuses = chat.messages.map(async ({ files }) => {
      const response = await chat.visitor.get(files[0]?.url ?? '');
      await response.body?.cancel();
      return response.status;
    });
    expect(await Promise.all(statuses)).toEqual([404, 200, 200]);
  });
});
