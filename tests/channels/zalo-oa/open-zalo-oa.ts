import { serve, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';

import type { Answer, Incoming } from '../../../src/channels/channel.ts';
import type { ChoiceListStore } from '../../../src/channels/choice-store.ts';
import type { Publish } from '../../../src/channels/publish.ts';
import type { Patience, ZaloOaOptions } from '../../../src/channels/zalo-oa/settings.ts';
import { zaloOaChannel } from '../../../src/channels/zalo-oa/zalo-oa-channel.ts';
import type { DrawChart } from '../../../src/replies/chart-request.ts';
import type { FileRequest } from '../../../src/replies/file-request.ts';
import { NUMBERED_WORDS } from '../../../src/replies/numbered-words.ts';
import { type Block, type Choice, type Reply, textReply } from '../../../src/replies/reply.ts';
import { mount } from '../../../src/shell/http-server.ts';
import { choiceListStore } from '../../../src/storage/choice-list-store.ts';
import { openStorage } from '../../../src/storage/open.ts';
import { seenEvents } from '../../../src/storage/seen-events.ts';
import { tokenStore } from '../../../src/storage/token-store.ts';
import { HandWoundTime } from '../../doubles/hand-wound-time.ts';
import { KeptLog } from '../../doubles/kept-log.ts';
import { WEBHOOK_KEY } from '../../doubles/zalo-oa/events.ts';
import { APP_ID, FIRST_REFRESH_TOKEN } from '../../doubles/zalo-oa/oauth.ts';
import { ZaloOaDouble } from '../../doubles/zalo-oa/zalo-oa-double.ts';
import { ACCOUNT, clientOf } from './client-of.ts';

export const NOON = Temporal.Instant.from('2026-11-23T12:00+07:00');

export const WORDS = { ...NUMBERED_WORDS, sentAgain: '(again)', fileNotSent: 'no address' };

/** The smallest picture Zalo would take for one. */
export const PICTURE = Buffer.concat([
  Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'),
  Buffer.from('chart'),
]);

export const says = (text: string, choices: readonly Choice[] = []): Reply =>
  textReply([{ kind: 'text', line: [text] }], choices);

/** A reply with a chart. */
export function charted(blocks: readonly Block[]): Reply {
  const frame = { title: 'Nha Trang', subtitle: 'năm 2023', source: 'Phụ lục 2' };
  return { ...textReply(blocks), chart: { ...frame, kind: 'ranking', bars: [], limit: null } };
}

/** A table to go along with a reply. */
export const TABLE: FileRequest = { kind: 'workbook', name: 'ho-so-den-han.xlsx', sheets: [] };

export type Setting = {
  readonly answer?: Answer;
  readonly draw?: DrawChart;
  readonly publish?: Publish;
  readonly lists?: ChoiceListStore;
  readonly options?: Partial<ZaloOaOptions>;
  readonly patience?: Partial<Patience>;
  readonly timeoutMs?: number;
};

/** The channel, listening to a double of the account on this machine, by a clock wound by hand; noon. */
export async function openZaloOa(setting: Setting = {}) {
  const time = new HandWoundTime(NOON);
  const zalo = await ZaloOaDouble.open({ clock: time });
  const storage = openStorage(':memory:');
  await tokenStore(storage).adopt(ACCOUNT, FIRST_REFRESH_TOKEN, NOON);
  const log = new KeptLog();
  const gone: string[] = [];
  const back: string[] = [];
  const { timeoutMs = 5_000, publish } = setting;
  const { unconfirmed = {} } = setting.options ?? {};
  const near = { storage, clock: time, wait: time.wait, log };
  const around = { ...near, root: zalo.root, timeoutMs, unconfirmed };
  const channel = zaloOaChannel(
    {
      appId: APP_ID,
      webhookKey: WEBHOOK_KEY,
      names: ['Sở Tư pháp'],
      requestsPerMinute: 100,
      fileMinutes: 60,
      unconfirmed,
      words: WORDS,
      ...(setting.patience === undefined ? {} : { patience: setting.patience }),
      ...setting.options,
    },
    {
      oa: clientOf(around),
      draw: setting.draw ?? (async () => PICTURE),
      makeFile: async () => new TextEncoder().encode('PK workbook'),
      ...(publish === undefined ? {} : { publish }),
      lists: setting.lists ?? choiceListStore(storage),
      seen: seenEvents(storage),
      chats: {
        gone: async (chat, why) => void gone.push(`${chat} ${why}`),
        back: async (chat) => void back.push(chat),
      },
      clock: time,
      log,
      wait: time.wait,
    },
  );
  const app = new Hono();
  mount(app, channel.webhook);
  const server = await openServer(app.fetch);
  zalo.events.url = server.url + channel.webhook.path;
  const stop = await channel.listen(setting.answer ?? (async ({ text }: Incoming) => says(text)));
  return {
    zalo,
    channel,
    app,
    stop,
    time,
    log,
    storage,
    gone,
    back,
    async [Symbol.asyncDispose]() {
      const stopped = stop();
      await time.pass(20_000);
      await stopped;
      await zalo[Symbol.asyncDispose]();
      server.close();
      storage.close();
    },
  };
}

/** The app's HTTP server, as far as the channel can tell. */
async function openServer(fetch: Hono['fetch']) {
  let server: ServerType | null = null;
  const port = await new Promise<number>((resolve) => {
    server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, (info) => resolve(info.port));
  });
  return { url: `http://127.0.0.1:${String(port)}`, close: () => void server?.close() };
}
