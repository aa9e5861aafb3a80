import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { deflateSync, crc32 } from 'node:zlib';

import { createAdaptorServer } from '@hono/node-server';
import * as z from 'zod';

import type { Answer, Stop } from '../../../src/channels/channel.ts';
import { type WebChannel, type WebDeps, webChannel } from '../../../src/channels/web/channel.ts';
import { fixedClock } from '../../../src/clock.ts';
import { silentLog } from '../../../src/log.ts';
import { textReply } from '../../../src/replies/reply.ts';
import { WEB_PAGE_WORDS } from '../../../src/replies/web-page.ts';

const NOW = Temporal.Instant.from('2023-12-20T07:05:00+07:00');

/** The fonts of the charts, which the page shares. */
export const FONTS = new URL('../../../src/charts/fonts/', import.meta.url);

const COMMANDS = [
  { command: '/tre-han', description: 'Tỷ lệ hồ sơ trễ hạn', example: '/tre-han Nha Trang' },
  { command: '/dung-han', description: 'Tỷ lệ đúng hạn', example: '/dung-han Cam Ranh' },
  { command: '/xep-hang', description: 'Xếp hạng các đơn vị', example: '/xep-hang huyện' },
  { command: '/truc-tuyen', description: 'Hồ sơ trực tuyến', example: '/truc-tuyen Nha Trang' },
  { command: '/ho-so', description: 'Số hồ sơ theo cơ quan', example: '/ho-so Diên Khánh' },
];

type Settings = Partial<Pick<WebDeps, 'draw' | 'makeFile' | 'log' | 'clock'>> & {
  readonly answer?: Answer;
  readonly hosts?: readonly string[];
  readonly groups?: null;
  readonly heartbeatMs?: number;
  readonly port?: number;
};

/** A page on a real server at a free port of this machine. */
export type RunningPage = {
  readonly url: string;
  readonly port: number;
  readonly channel: WebChannel;
  /** Stops listening to messages, as the shell does first. */
  readonly stop: Stop;
  [Symbol.asyncDispose](): Promise<void>;
};

export async function startPage(settings: Settings = {}): Promise<RunningPage> {
  const { hosts = [], groups, answer = echo, port = 0, heartbeatMs = 60_000, ...deps } = settings;
  const channel = webChannel(
    { hosts, heartbeatMs, fontFolder: FONTS, ...(groups === null ? { groups } : {}) },
    {
      draw: () => Promise.resolve(plainPng(900, 500)),
      clock: fixedClock(NOW),
      log: silentLog,
      words: WEB_PAGE_WORDS,
      commands: COMMANDS,
      ...deps,
    },
  );
  const stop = await channel.listen(answer);
  const server = createAdaptorServer({ fetch: channel.routes.fetch });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const bound = portOf(server.address());
  return {
    url: `http://127.0.0.1:${String(bound)}`,
    port: bound,
    channel,
    stop,
    async [Symbol.asyncDispose]() {
      await stop();
      const closed = once(server, 'close');
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('not a TCP server');
  return address.port;
}

const echo: Answer = ({ text }) =>
  Promise.resolve(textReply([{ kind: 'text', line: ['Đã nghe: ', { strong: text }] }]));

/** A client with the cookie of one browser. */
export type Visitor = {
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
};

export async function visit({ url }: Pick<RunningPage, 'url'>): Promise<Visitor> {
  const first = await fetch(`${url}/`);
  await first.text();
  const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? '';
  return {
    get: (path, headers = {}) => fetch(url + path, { headers: { cookie, ...headers } }),
    post: (path, body, headers = {}) =>
      fetch(url + path, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  };
}

const Chat = z.object({ id: z.string(), name: z.string(), kind: z.enum(['private', 'group']) });

export async function chatsOf(visitor: Visitor) {
  const response = await visitor.get('/api/chats');
  return z.object({ chats: z.array(Chat) }).parse(await response.json()).chats;
}

/** The ids of the private chat and of the group there is from the start. */
export async function firstChats(visitor: Visitor): Promise<{ own: string; group: string }> {
  const [own, group] = await chatsOf(visitor);
  return { own: own?.id ?? '', group: group?.id ?? '' };
}

/** A picture of one colour, made from nothing. */
export function plainPng(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0], 8);
  const pixels = Buffer.alloc((width + 1) * height, 0xd8);
  for (let row = 0; row < height; row += 1) pixels[row * (width + 1)] = 0;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([signature, ...parts]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([size, named, sum]);
}
