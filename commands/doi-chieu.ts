import { askedIn } from '../src/answers/asked.ts';
import type { Command } from '../src/dialogue/command.ts';
import { askConsistency } from '../src/queries/consistency.ts';
import type { Knowledge } from '../src/queries/knowledge.ts';
import { consistencyFile } from '../src/replies/consistency-file.ts';
import { consistencyReply } from '../src/replies/consistency-reply.ts';
import type { SnapshotStore } from '../src/snapshots/store.ts';

type Room = {
  readonly knowledge: Knowledge;
  /** What was not believed. */
  readonly setAside: Pick<SnapshotStore, 'quarantinedIn'>;
};

/** "/doi-chieu excel": the whole list as a table. */
const WANTS_FILE = /\b(?:excel|xlsx)\b/iu;

/** Where official figures contradict themselves, for an agency and what lies below it. */
export function doiChieu({ knowledge, setAside }: Room): Command {
  return {
    async answer(question, { words }) {
      const { agency, notesOnFirst: notes } = askedIn(knowledge, question, null);
      const { periods } = question.slots;
      const answer = await askConsistency(knowledge, { agency, periods }, setAside);
      const reply = consistencyReply(answer, notes);
      if (!WANTS_FILE.test(words)) return reply;
      return { ...reply, file: consistencyFile(answer, knowledge.clock.now()) };
    },
  };
}
