import type { Answer, Channel, Incoming } from '../channel.ts';
import { CONSOLE } from '../names.ts';
import { type ConsoleReply, type Drawing, consoleReply } from './console-reply.ts';

/** The person at the terminal speaks in one private chat. */
const SPEAKER = {
  channel: CONSOLE,
  chatKind: 'private',
  person: 'terminal',
  addressed: true,
} as const;

/** Where the person at the terminal speaks: a chat of its own, or, played, one of another channel. */
export type Place = Pick<Incoming, 'chat'> &
  Partial<Pick<Incoming, 'channel' | 'chatKind' | 'person' | 'chatTitle'>>;

export type ConsoleChannel = Channel & {
  /** Says one message and resolves with its answer; null = silence. Only after `listen`. */
  hear(text: string, place: Place): Promise<ConsoleReply | null>;
};

/** Messages come from arguments or lines, answers go to `print`. */
export function consoleChannel(
  drawing: Drawing,
  print: (reply: ConsoleReply) => void,
): ConsoleChannel {
  let answer: Answer | null = null;
  return {
    name: CONSOLE,
    async listen(to) {
      answer = to;
      return async () => {
        answer = null;
      };
    },
    async deliver({ chat }, reply) {
      print(await consoleReply('', reply, drawing));
      return { kind: 'delivered', receipt: chat };
    },
    async hear(text, place) {
      const message: Incoming = { ...SPEAKER, ...place, text };
      const reply = answer === null ? null : await answer(message);
      if (reply === null) return null;
      const rendered = await consoleReply(text, reply, drawing);
      print(rendered);
      return rendered;
    },
  };
}
