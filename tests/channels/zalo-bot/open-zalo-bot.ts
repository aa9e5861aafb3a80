import { serve, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';

import type { Answer, Incoming } from '../../../src/channels/channel.ts';
import type { ChoiceListStore } from '../../../src/channels/choice-store.ts';
import type { Patience, ZaloBotDeps } from '../../../src/channels/zalo-bot/settings.ts';
import type { ZaloBotUnconfirmed } from '../../../src/channels/zalo-bot/unconfirmed.ts';
import { zaloBotChannel } from '../../../src/channels/zalo-bot/zalo-bot-channel.ts';
import type { Clock } from '../../../src/clock.ts';
import { openLinks } from '../../../src/links/open-links.ts';
import type { DrawChart } from '../../../src/replies/chart-request.ts';
import type { FileRequest, MakeFile } from '../../../src/replies/file-request.ts';
import { LINK_WORDS } from '../../../src/replies/link-words.ts';
import { type Block, type Choice, type Reply, textReply } from '../../../src/replies/reply.ts';
import { ZALO_WORDS } from '../../../src/replies/zalo-words.ts';
import { mount } from '../../../src/shell/http-server.ts';
import { choiceListStore } from '../../../src/storage/choice-list-store.ts';
import { openStorage, type Storage } from '../../../src/storage/open.ts';
import { seenEvents } from '../../../src/storage/seen-events.ts';
import { HandWoundWait } from '../../doubles/hand-wound-wait.ts';
import { KeptLog } from '../../doubles/kept-log.ts';
import { BOT_NAME, TOKEN } from '../../doubles/zalo-bot/chats.ts';
import { ZaloBotDouble } from '../../doubles/zalo-bot/zalo-bot-double.ts';
import { temporaryFolder } from '../../shell/run-program.ts';

export const PUBLIC_URL = 'https://dung-hen.example.vn';
export const NOON = Temporal.Instant.from('2026-11-23T12:00+07:00');

/** A picture, as far as anybody looks. */
export const PICTURE = Buffer.concat([
  Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'),
  Buffer.from('chart'),
]);
export const WORKBOOK = new TextEncoder().encode('PK workbook');
export const TABLE: FileRequest = { kind: 'workbook', name: 'ho-so-den-han.xlsx', sheets: [] };

export const says = (...line: readonly string[]): Reply =>
  textReply([{ kind: 'text', line: [line.join('')] }]);

/** A reply with a chart. */
export function charted(blocks: readonly Block[], choices: readonly Choice[] = []): Reply {
  const frame = { title: 'Nha Trang', subtitle: 'năm 2023', source: 'Phụ lục 2' };
  return {
    ...textReply(blocks, choices),
    chart: { ...frame, kind: 'ranking', bars: [], limit: null },
  };
}

export type Setting = {
  readonly answer?: Answer;
  readonly draw?: DrawChart;
  readonly makeFile?: MakeFile;
  readonly polling?: boolean;
  readonly names?: readonly string[];
  readonly counted?: ZaloBotDeps['counted'];
  readonly fileMinutes?: number | null;
  readonly patience?: Partial<Patience>;
  readonly unconfirmed?: Partial<ZaloBotUnconfirmed>;
  /** Noon, if not given; `later` lets it go on. */
  readonly clock?: Clock;
  readonly lists?: ChoiceListStore;
  /** What outlives a restart; in memory if not given. */
  readonly storage?: Storage;
  /** Done to Zalo before the channel begins to listen. */
  readonly before?: (zalo: ZaloBotDouble) => void;
};

const USUAL = {
  answer: async ({ text }: Incoming) => says(text),
  draw: async () => PICTURE,
  makeFile: async () => WORKBOOK,
  names: [BOT_NAME],
  fileMinutes: 240,
};

/** The channel, listening to a double of Zalo on this machine, with the app's own server for webhook and links. */
export async function openZaloBot(setting: Setting = {}) {
  const { answer, draw, makeFile, names, fileMinutes } = { ...USUAL, ...setting };
  const folder = temporaryFolder();
  const [log, time, app] = [new KeptLog(), new HandWoundWait(), new Hono()];
  const storage = setting.storage ?? openStorage(':memory:');
  const clock = setting.clock ?? { now: () => NOON.add({ milliseconds: passedMs }) };
  let passedMs = 0;
  const counts = { sent: 0, received: 0 };
  const server = await openServer(app.fetch);
  const zalo = await ZaloBotDouble.open({ publicUrl: PUBLIC_URL, local: () => server.url });
  const links = await openLinks({
    folder: folder.path,
    publicUrl: PUBLIC_URL,
    clock,
    log,
    words: LINK_WORDS,
  });
  const channel = zaloBotChannel(
    {
      token: TOKEN,
      apiRoot: zalo.root,
      mode: setting.polling === true ? { kind: 'polling' } : webhookMode(),
      names,
      chartMinutes: 60,
      fileMinutes,
      words: { ...ZALO_WORDS, sentAgain: '(again)' },
      patience: { sendMs: 5_000, ...setting.patience },
      ...(setting.unconfirmed === undefined ? {} : { unconfirmed: setting.unconfirmed }),
    },
    {
      draw,
      makeFile,
      publish: links.publish,
      lists: listsIn(storage, setting),
      seen: seenEvents(storage),
      counted: setting.counted ?? (async (kind) => void (counts[kind] += 1)),
      clock,
      log,
      wait: time.wait,
    },
  );
  const { webhook: door } = channel;
  if (door !== null) mount(app, door);
  mount(app, links.door);
  setting.before?.(zalo);
  const stop = await channel.listen(answer);
  if (door !== null) await zalo.until(() => zalo.incoming.hook !== null);
  return {
    zalo,
    channel,
    stop,
    log,
    time,
    counts,
    clock,
    storage,
    /** The app's own server on this machine. */
    server: server.url,
    /** The clock goes on, though nothing that waits ends. */
    later(ms: number) {
      passedMs += ms;
    },
    /** What opens under a public address. */
    open: (url: string) => fetch(server.url + url.slice(PUBLIC_URL.length)),
    async [Symbol.asyncDispose]() {
      const stopped = stop();
      time.runFree();
      await zalo.incoming.delivered();
      await zalo[Symbol.asyncDispose]();
      await stopped;
      await server.close();
      if (setting.storage === undefined) storage[Symbol.dispose]();
      folder[Symbol.dispose]();
    },
  };
}

function listsIn(storage: Storage, { lists }: Setting): ChoiceListStore {
  return lists ?? choiceListStore(storage);
}

function webhookMode() {
  return { kind: 'webhook', publicUrl: PUBLIC_URL, secret: null } as const;
}

async function openServer(fetching: Hono['fetch']) {
  let server: ServerType | null = null;
  const port = await new Promise<number>((resolve) => {
    server = serve({ fetch: fetching, port: 0, hostname: '127.0.0.1' }, (info) =>
      resolve(info.port),
    );
  });
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => void server?.close(() => resolve())),
  };
}
