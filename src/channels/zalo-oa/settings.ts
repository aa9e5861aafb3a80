import type { Unconfirmed, ZaloOa } from '#zalo-api-wrapper';

import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import type { DrawChart } from '../../replies/chart-request.ts';
import type { MakeFile } from '../../replies/file-request.ts';
import type { ZaloWords } from '../../replies/zalo-words.ts';
import type { ChoiceListStore } from '../choice-store.ts';
import type { Publish } from '../publish.ts';
import type { SeenEvents } from '../seen-events.ts';
import type { Wait } from '../wait.ts';

/** How long the channel puts up with things. */
export type Patience = {
  /** Until a call that sends is given up, the renewal of tokens that may come first included. */
  readonly sendMs: number;
  /** Until an answer goes out without its chart, or its file. */
  readonly chartMs: number;
  /** Sends of one message of an answer, the first included. */
  readonly attempts: number;
  /** All waiting between the sends of one answer's message; a person does not wait longer for it. */
  readonly retryMs: number;
  /** How long stopping waits for answers under way. */
  readonly stopMs: number;
};

export const DEFAULT_PATIENCE: Patience = {
  sendMs: 60_000,
  chartMs: 5_000,
  attempts: 4,
  retryMs: 60_000,
  stopMs: 10_000,
};

export type ZaloOaOptions = {
  readonly appId: string;
  /** Of the webhook settings of the account; not the app's secret. */
  readonly webhookKey: string;
  /** What members of a group call the account when they mention it. */
  readonly names: readonly string[];
  readonly requestsPerMinute: number;
  /** How long files and long answers are to be had, which may name dossiers; null = neither is put under an address. */
  readonly fileMinutes: number | null;
  readonly unconfirmed: Partial<Unconfirmed>;
  readonly words: ZaloWords;
  readonly patience?: Partial<Patience>;
};

export type ZaloOaDeps = {
  /** The client of the account. */
  readonly oa: ZaloOa;
  readonly draw: DrawChart;
  /** Without it replies go without their files. */
  readonly makeFile?: MakeFile;
  /** Where files are fetched from; without it there is no public address, and a file is only told of. */
  readonly publish?: Publish;
  readonly lists: ChoiceListStore;
  readonly seen: SeenEvents;
  /** Told when a group is dissolved or a person leaves the account, and of a person who writes. */
  readonly chats?: {
    gone(chat: string, why: 'dissolved' | 'unfollowed'): Promise<void>;
    back(chat: string): Promise<void>;
  };
  readonly clock: Clock;
  readonly log: Log;
  readonly wait: Wait;
};
