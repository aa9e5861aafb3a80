import { listTold } from '../src/answers/list-told.ts';
import type { Reception } from '../src/answers/reception.ts';
import { COMMANDS } from '../src/asking/commands.ts';
import { chatNames } from '../src/audience/chat-name.ts';
import { mayHearOfOtherChats } from '../src/audience/rights.ts';
import type { Replay } from '../src/audit/replay.ts';
import { markOf } from '../src/audit/reply-mark.ts';
import type { Audited, AuditStore } from '../src/audit/store.ts';
import type { Command } from '../src/dialogue/command.ts';
import { readCommand } from '../src/dialogue/read-command.ts';
import type { DueKnowledge } from '../src/queries/due-knowledge.ts';
import { auditReplies, type Verdict } from '../src/replies/audit-reply.ts';

type Room = {
  readonly audit: AuditStore;
  readonly replay: Replay;
  readonly reception: Pick<Reception, 'audience'>;
  readonly due: DueKnowledge;
};

/** Answers listed without a code: with their buttons they fit one screen. */
const SHOWN = 10;

/** Shows an answer given before, and whether what was known then still makes the same of it; alone, the last answers. */
export function kiemChung({ audit, replay, reception, due }: Room): Command {
  return {
    async answer(_, asker) {
      const here = mayHearOfOtherChats(asker)
        ? undefined
        : { channel: asker.channel, chat: asker.chat };
      const nameOf = chatNames(await reception.audience.bindings());
      const code = asker.words.trim();
      if (code === '') {
        const latest = await audit.latest(SHOWN, here);
        const named = latest.map((entry) => ({ entry, chat: nameOf(entry) }));
        return auditReplies.latest(named, { isAllChats: here === undefined });
      }
      const entry = await audit.find(code);
      const isHere =
        here === undefined || (entry?.channel === here.channel && entry.chat === here.chat);
      if (entry === null || !isHere) return auditReplies.unknownCode(code);
      const verdict = await verdictOn(entry, { replay, due });
      return auditReplies.audited({ entry, chat: nameOf(entry) }, verdict);
    },
  };
}

async function verdictOn(
  entry: Audited,
  { replay, due }: Pick<Room, 'replay' | 'due'>,
): Promise<Verdict> {
  const { asked, person, replyHash } = entry;
  if (person !== null && asked === null) return { kind: 'noFigures' };
  if (person === null || asked === null || !rests(asked)) {
    const because = person === null ? 'push' : 'dossiers';
    return { kind: 'notReplayed', because, ...(await listTold(entry, due)) };
  }
  const { reply, sources } = await replay({ ...entry, asked });
  const isSame = reply !== null && markOf(reply).replyHash === replyHash;
  return { kind: isSame ? 'same' : 'differs', sources, reply };
}

/** Whether the answer rests on figures, which are kept as they were; dossiers are not. */
function rests(asked: string): boolean {
  const read = readCommand(asked);
  return read !== null && 'command' in read && COMMANDS[read.command].lasts;
}
