import type { Incoming } from '../channels/channel.ts';
import type { AskerStanding } from './standing.ts';

/** Who asks, and where: for the commands whose answer depends on it. */
export type Asker = Pick<
  Incoming,
  'channel' | 'chat' | 'chatKind' | 'person' | 'chatTitle' | 'topic' | 'file'
> & {
  readonly standing: AskerStanding;
  /** What follows the command, as typed: codes and hours are not read as a question. */
  readonly words: string;
};
