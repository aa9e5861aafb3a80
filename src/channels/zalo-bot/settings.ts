import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import type { DrawChart } from '../../replies/chart-request.ts';
import type { MakeFile } from '../../replies/file-request.ts';
import type { ZaloWords } from '../../replies/zalo-words.ts';
import type { ChoiceListStore } from '../choice-store.ts';
import type { Publish } from '../publish.ts';
import type { SeenEvents } from '../seen-events.ts';
import type { Wait } from '../wait.ts';
import type { ZaloBotUnconfirmed } from './unconfirmed.ts';

/** How messages come in. Zalo declares polling for development; what is said while nobody polls may be lost. */
export type ZaloBotMode =
  | { readonly kind: 'polling' }
  | { readonly kind: 'webhook'; readonly publicUrl: string; readonly secret: string | null };

/** How long the channel puts up with things. */
export type Patience = {
  /** Until a message is given up. */
  readonly sendMs: number;
  /** The same for a picture: Zalo answers only when it has fetched it. */
  readonly photoMs: number;
  /** How long Zalo may keep an empty poll open, in seconds. */
  readonly pollSeconds: number;
  /** Until an answer goes out without its chart, or its file. */
  readonly chartMs: number;
  /** Sends of one message of an answer, the first included. */
  readonly attempts: number;
  /** All waiting between the sends of one answer's message. */
  readonly retryMs: number;
  /** How long stopping waits for answers under way. */
  readonly stopMs: number;
};

export const DEFAULT_PATIENCE: Patience = {
  sendMs: 20_000,
  // less than the outbox gives a delivery
  photoMs: 90_000,
  pollSeconds: 30,
  chartMs: 5_000,
  attempts: 4,
  retryMs: 60_000,
  stopMs: 10_000,
};

export type ZaloBotOptions = {
  readonly token: string;
  /** Another server that speaks the protocol; null = Zalo. */
  readonly apiRoot: string | null;
  readonly mode: ZaloBotMode;
  /** Names the bot is shown by: `getMe` does not tell them, and a mention begins with one. */
  readonly names: readonly string[];
  /** How long pictures are to be had; null = no pictures. */
  readonly chartMinutes: number | null;
  /** How long files and long answers are to be had, which may name dossiers; null = neither is put under a link. */
  readonly fileMinutes: number | null;
  readonly words: ZaloWords;
  readonly patience?: Partial<Patience>;
  readonly unconfirmed?: Partial<ZaloBotUnconfirmed>;
};

export type ZaloBotDeps = {
  readonly draw: DrawChart;
  /** Without it replies go without their files. */
  readonly makeFile?: MakeFile;
  readonly publish: Publish;
  readonly lists: ChoiceListStore;
  readonly seen: SeenEvents;
  /** Told of every message that counts against the plan. */
  readonly counted: (kind: 'sent' | 'received') => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
  readonly wait: Wait;
};
