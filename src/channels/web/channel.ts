import type { Hono } from 'hono';

import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import type { DrawChart } from '../../replies/chart-request.ts';
import type { MakeFile } from '../../replies/file-request.ts';
import type { Reply } from '../../replies/reply.ts';
import type { WebPageWords } from '../../replies/web-page.ts';
import type { Address, Answer, Channel, Delivery, Stop } from '../channel.ts';
import { WEB } from '../names.ts';
import { AnswerDesk } from './answer-desk.ts';
import { Chats } from './chats.ts';
import { contentMaker } from './content.ts';
import type { AttachedFile } from './files.ts';
import type { WebEnv } from './person.ts';
import { Pictures } from './pictures.ts';
import { type SuggestedCommand, webRoutes } from './routes.ts';
import { Shelf } from './shelf.ts';
import { Streams } from './streams.ts';

const MOST_FILE_BYTES = 64 * 1024 * 1024;
const HEARTBEAT_MS = 15_000;

export type WebOptions = {
  /** Host names besides loopback under which the page may be opened, as configured. */
  readonly hosts: readonly string[];
  /** Folder of BeVietnamPro-Regular.ttf and BeVietnamPro-SemiBold.ttf: the page looks the same on every machine. */
  readonly fontFolder: URL;
  /** Groups that are there from the start besides the first; null = the page has no groups at all. */
  readonly groups?: readonly string[] | null;
  readonly heartbeatMs?: number;
};

export type WebDeps = {
  readonly draw: DrawChart;
  /** Without it messages go without their files. */
  readonly makeFile?: MakeFile;
  readonly clock: Clock;
  readonly log: Log;
  readonly words: WebPageWords;
  readonly commands: readonly SuggestedCommand[];
};

/** The channel, and what to mount at the root of the one HTTP server. */
export type WebChannel = Channel & { readonly routes: Hono<WebEnv> };

/** The chat page of this machine. Chats and messages live in memory only: a restart begins anew. */
export function webChannel(options: WebOptions, deps: WebDeps): WebChannel {
  const { clock, log, words } = deps;
  const { groups = [] } = options;
  const first = groups === null ? null : words.groupChatName;
  const chats = new Chats({ private: words.privateChatName, group: first });
  for (const name of groups ?? []) chats.makeGroup(name);
  const streams = new Streams();
  const pictures = new Pictures(deps.draw);
  const files = new Shelf<AttachedFile>(MOST_FILE_BYTES);
  const contentOf = contentMaker({ pictures, files, log, makeFile: deps.makeFile ?? null });
  const desk = new AnswerDesk({ clock, log, contentOf });
  const { hosts, fontFolder } = options;
  const routes = webRoutes({ ...deps, hosts, fontFolder, chats, desk, streams, pictures, files });

  async function listen(answer: Answer): Promise<Stop> {
    desk.open(answer);
    streams.start(options.heartbeatMs ?? HEARTBEAT_MS);
    return async () => {
      await desk.close();
      streams.stop();
    };
  }

  async function deliver({ chat }: Address, reply: Reply): Promise<Delivery> {
    const conversation = chats.findAny(chat);
    if (conversation === null) return { kind: 'never', why: 'unknownChat' };
    const { id } = conversation.add(await contentOf(reply), clock.now());
    return { kind: 'delivered', receipt: id };
  }

  return { name: WEB, listen, deliver, routes };
}
