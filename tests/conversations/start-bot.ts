import { plainText } from '../../src/channels/plain-text.ts';
import { fixedClock } from '../../src/clock.ts';
import type { Reply } from '../../src/replies/reply.ts';
import { accessOf, openDialogue } from '../../src/shell/dialogue.ts';
import type { OpenKnowledge } from '../../src/shell/open-knowledge.ts';
import { openInMemory } from './open-in-memory.ts';

/** A reply, and its text as a terminal shows it. */
export type Heard = { readonly text: string; readonly reply: Reply };

/** One person in one chat: what was said before is remembered. */
type Talk = { hears(text: string): Promise<Heard> };

/**
 * The whole application without a messenger: store in memory, official figures of 2020–2023, a clock that stands still.
 * Disposing of it rejects if anything was logged as a fault: an apology is no answer, whoever looks at its words.
 */
export type TestBot = Talk &
  AsyncDisposable & {
    readonly knowledge: OpenKnowledge['knowledge'];
    /** A conversation of its own; `hears` of the bot itself starts a new one for every message. */
    talk(): Talk;
  };

type Setting = { readonly now?: string; readonly samples?: 'khanh-hoa' | 'none' };

/** Starts the real application on the agencies, targets and figures of this repository. */
export async function startBot(setting: Setting = {}): Promise<TestBot> {
  const clock = fixedClock(Temporal.Instant.from(setting.now ?? '2026-11-21T08:00+07:00'));
  const open = await openInMemory(clock, setting.samples ?? 'khanh-hoa');
  const faults: unknown[] = [];
  const access = accessOf({ keepers: [], access: 'bound', host: '127.0.0.1', publicUrl: null });
  const note = (_event: string, fields?: unknown) => void faults.push(fields);
  const answer = openDialogue(open, access, { info() {}, warn: note, error: note });
  let chats = 0;
  const talk = (): Talk => {
    chats += 1;
    const from = { channel: 'console', chat: String(chats), person: 'lan', addressed: true };
    return {
      async hears(text) {
        const reply = await answer({ ...from, chatKind: 'private', text });
        if (reply === null) throw new Error(`no answer to: ${text}`);
        const [shown = ''] = plainText(reply.blocks, { limit: Infinity, tableWidth: 100 });
        return { text: shown, reply };
      },
    };
  };
  return {
    knowledge: open.knowledge,
    talk,
    hears: (text) => talk().hears(text),
    async [Symbol.asyncDispose]() {
      await answer[Symbol.asyncDispose]();
      open[Symbol.dispose]();
      if (faults.length > 0) throw new Error(`faults: ${JSON.stringify(faults)}`);
    },
  };
}
