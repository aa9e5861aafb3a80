import type { Keeper } from '../../src/audience/standing-of.ts';
import { plainText } from '../../src/channels/plain-text.ts';
import { silentLog } from '../../src/log.ts';
import { accessOf, openDialogue } from '../../src/shell/dialogue.ts';
import { openInMemory } from './open-in-memory.ts';

/** A person in a chat; `group` is the name of the group, absent in private. */
type Speaker = {
  readonly channel: string;
  readonly chat: string;
  readonly person: string;
  readonly group?: string;
};

type Setting = {
  readonly keepers: readonly Keeper[];
  readonly access?: 'open' | 'bound';
  readonly now?: string;
  /** Of the bot in groups of Zalo; '' = nobody has told us. */
  readonly botName?: string;
};

/** The application with several chats and people in it, and a clock wound by hand. */
export async function openingChats(setting: Setting) {
  const { keepers, access = 'bound', now, botName = 'Bot Đúng Hẹn' } = setting;
  let moment = Temporal.Instant.from(now ?? '2026-11-23T08:00+07:00');
  const clock = { now: () => moment };
  const known = await openInMemory(clock, 'khanh-hoa');
  const botNames = { 'zalo-bot': botName };
  const open = { ...known, reception: { ...known.reception, botNames } };
  const answer = openDialogue(
    open,
    accessOf({ keepers, access, host: '0.0.0.0', publicUrl: null }),
    silentLog,
  );
  async function hear({ group, ...from }: Speaker, text: string) {
    const reply = await answer({
      ...from,
      text,
      addressed: true,
      chatKind: group === undefined ? 'private' : 'group',
      ...(group === undefined ? {} : { chatTitle: group }),
    });
    const shown = plainText(reply?.blocks ?? [], { limit: Infinity, tableWidth: 100 });
    return { text: shown.join('\n'), reply };
  }
  return {
    open,
    wind: (minutes: number) => void (moment = moment.add({ minutes })),
    hear,
    /** What the bot answers, as plain text; '' = silence. */
    say: async (from: Speaker, text: string) => (await hear(from, text)).text,
    async [Symbol.asyncDispose]() {
      await answer[Symbol.asyncDispose]();
      open[Symbol.dispose]();
    },
  };
}
