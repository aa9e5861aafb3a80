import { serve, type ServerType } from '@hono/node-server';

import type { Answer, Incoming } from '../../../src/channels/channel.ts';
import type { ChoiceStore, KeptChoice } from '../../../src/channels/choice-store.ts';
import type { Patience } from '../../../src/channels/telegram/settings.ts';
import {
  type TelegramChannel,
  telegramChannel,
} from '../../../src/channels/telegram/telegram-channel.ts';
import { fixedClock } from '../../../src/clock.ts';
import type { DrawChart } from '../../../src/replies/chart-request.ts';
import type { FileRequest, MakeFile } from '../../../src/replies/file-request.ts';
import { type Block, type Choice, type Reply, textReply } from '../../../src/replies/reply.ts';
import { HandWoundWait } from '../../doubles/hand-wound-wait.ts';
import { KeptLog } from '../../doubles/kept-log.ts';
import { TelegramDouble, TOKEN } from '../../doubles/telegram/telegram-double.ts';

/** Choices in memory, with keys k1, k2 ... */
export function choicesInMemory(): ChoiceStore & { readonly kept: Map<string, KeptChoice> } {
  const kept = new Map<string, KeptChoice>();
  return {
    kept,
    keep: async (choices) =>
      choices.map((choice) => {
        const key = `k${kept.size + 1}`;
        kept.set(key, choice);
        return key;
      }),
    recall: async (key) => kept.get(key) ?? null,
    async forgetBefore() {
      const forgotten = kept.size;
      kept.clear();
      return forgotten;
    },
  };
}

/** The smallest picture Telegram would take for one. */
export const PICTURE = Buffer.concat([
  Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'),
  Buffer.from('chart'),
]);

export const WORDS = {
  notYours: 'not yours',
  expired: 'expired',
  sentAgain: '(again)',
} as const;

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

/** A table to go along with a reply. */
export const TABLE: FileRequest = { kind: 'workbook', name: 'ho-so-den-han.xlsx', sheets: [] };

export const WORKBOOK = new TextEncoder().encode('PK workbook');

export type Setting = {
  readonly answer?: Answer;
  readonly draw?: DrawChart;
  readonly makeFile?: MakeFile;
  readonly privacy?: boolean;
  readonly webhook?: boolean;
  readonly patience?: Partial<Patience>;
  /** Done to Telegram before the channel begins to listen. */
  readonly before?: (telegram: TelegramDouble) => void;
};

const USUAL = {
  answer: async ({ text }: Incoming) => says(text),
  draw: async () => PICTURE,
  makeFile: async () => WORKBOOK,
  privacy: false,
  webhook: false,
};

/** The channel, listening to a double of Telegram on this machine. */
export async function openTelegram(setting: Setting = {}) {
  const { answer, draw, makeFile, privacy, webhook } = { ...USUAL, ...setting };
  const telegram = await TelegramDouble.open({ privacy });
  const [log, time, choices] = [new KeptLog(), new HandWoundWait(), choicesInMemory()];
  let door: TelegramChannel['webhook'] = null;
  const server = webhook ? await openServer(async (request) => handled(door, request)) : null;
  const channel = telegramChannel(
    {
      token: TOKEN,
      // with a slash, as people write it
      apiRoot: `${telegram.root}/`,
      mode: server ? { kind: 'webhook', publicUrl: server.url, secret: null } : { kind: 'polling' },
      commands: [{ command: 'tre_han', description: 'Tỷ lệ trễ hạn' }],
      words: WORDS,
      patience: { sendSeconds: 5, ...setting.patience },
    },
    {
      draw,
      makeFile,
      choices,
      clock: fixedClock(Temporal.Instant.from('2023-12-15T01:00:00Z')),
      log,
      wait: time.wait,
    },
  );
  door = channel.webhook;
  setting.before?.(telegram);
  const stop = await channel.listen(answer);
  return {
    telegram,
    channel,
    stop,
    log,
    time,
    choices,
    hook: server?.url,
    async [Symbol.asyncDispose]() {
      const stopped = stop();
      time.runFree();
      await telegram[Symbol.asyncDispose]();
      await stopped;
      server?.close();
    },
  };
}

async function handled(door: TelegramChannel['webhook'], request: Request): Promise<Response> {
  return door === null ? new Response(null, { status: 404 }) : door.handle(request);
}

/** The app's HTTP server, as far as the channel can tell. */
async function openServer(fetch: (request: Request) => Promise<Response>) {
  let server: ServerType | null = null;
  const port = await new Promise<number>((resolve) => {
    server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, (info) => resolve(info.port));
  });
  return { url: `http://127.0.0.1:${port}`, close: () => void server?.close() };
}
