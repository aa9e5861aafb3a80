import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import type { DrawChart } from '../../replies/chart-request.ts';
import type { MakeFile } from '../../replies/file-request.ts';
import type { ChoiceStore } from '../choice-store.ts';
import type { Wait } from '../wait.ts';

/** One line of the command menu; `command` in the only form Telegram registers: `a-z 0-9 _`, at most 32. */
export type MenuCommand = { readonly command: string; readonly description: string };

/** The few words the channel itself says; `src/replies` has them. */
export type TelegramWords = {
  /** Shown to someone who presses a button of another person's answer. At most 200 characters. */
  readonly notYours: string;
  /** Shown when what a button meant is no longer known. At most 200 characters. */
  readonly expired: string;
  /** First line of an answer that may already have arrived: "(gửi lại)". */
  readonly sentAgain: string;
};

/** How updates come in. `secret: null` derives one from the token, so that there is one secret less to keep. */
type TelegramMode =
  | { readonly kind: 'polling' }
  | { readonly kind: 'webhook'; readonly publicUrl: string; readonly secret: string | null };

/** How long the channel puts up with things. */
export type Patience = {
  /** Until a call is given up, in seconds. */
  readonly sendSeconds: number;
  /** How long Telegram may keep an empty poll open, in seconds. */
  readonly pollSeconds: number;
  /** Until an answer goes out without its chart, or its file. */
  readonly chartMs: number;
  /** Sends of one message of an answer, the first included. */
  readonly attempts: number;
  /** All waiting between the sends of one answer's message; a person does not wait longer for it. */
  readonly retryMs: number;
  /** Until a webhook call is acknowledged although the answer is not ready; Telegram itself waits far longer. */
  readonly responseMs: number;
  /** How long stopping waits for answers under way. */
  readonly stopMs: number;
};

export const DEFAULT_PATIENCE: Patience = {
  sendSeconds: 20,
  pollSeconds: 30,
  chartMs: 5_000,
  attempts: 4,
  retryMs: 60_000,
  responseMs: 2_000,
  stopMs: 10_000,
};

export type TelegramOptions = {
  readonly token: string;
  /** Another server that speaks the Bot API; null = Telegram. */
  readonly apiRoot: string | null;
  readonly mode: TelegramMode;
  readonly commands: readonly MenuCommand[];
  readonly words: TelegramWords;
  readonly patience?: Partial<Patience>;
};

export type TelegramDeps = {
  readonly draw: DrawChart;
  /** Without it replies go without their files. */
  readonly makeFile?: MakeFile;
  readonly choices: ChoiceStore;
  /** Told when a chat gets another id or the bot is removed from it. */
  readonly chats?: {
    moved(from: string, to: string): Promise<void>;
    gone(chat: string, why: string): Promise<void>;
  };
  readonly clock: Clock;
  readonly log: Log;
  readonly wait: Wait;
};
