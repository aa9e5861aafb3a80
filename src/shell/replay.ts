import type { Replay } from '../audit/replay.ts';
import { fixedClock } from '../clock.ts';
import { createDialogue } from '../dialogue/dialogue.ts';
import { fieldsKnown } from '../dialogue/fields-known.ts';
import { dialogueRepliesWith } from '../replies/dialogue-replies.ts';
import { reportedFirst } from '../snapshots/reported.ts';
import type { SnapshotId } from '../snapshots/snapshot.ts';
import type { SnapshotReader } from '../snapshots/store.ts';
import { snapshotsAt } from '../storage/snapshot-store.ts';
import { allCommands, type CommandRoom } from './commands.ts';
import type { OpenKnowledge } from './open-knowledge.ts';

/**
 * Puts an old question to a dialogue that knows what was known then: the same commands over the figures of that
 * revision, at that moment. Agencies and targets are today's.
 */
export function replayOver(
  { finder, storage }: Pick<OpenKnowledge, 'finder' | 'storage'>,
  room: Omit<CommandRoom, 'replay'>,
): Replay {
  const replay: Replay = async (entry) => {
    const { channel, chat, at, role } = entry;
    const clock = fixedClock(at);
    const snapshots = snapshotsAt(entry.revision, storage);
    const answer = createDialogue({
      commands: allCommands({
        ...room,
        knowledge: {
          ...room.knowledge,
          snapshots: reportedFirst(snapshots),
          counted: snapshots,
          clock,
        },
        replay,
      }),
      finder,
      directory: room.knowledge.directory,
      clock,
      words: dialogueRepliesWith({}),
      fields: fieldsKnown(snapshots),
      // What the chat is bound to stands in the question already.
      standingOf: () => Promise.resolve({ role, agency: null, isKeeper: false }),
    });
    const asked = { text: entry.asked, chatKind: 'private', addressed: true, person: '' } as const;
    const reply = await answer({ channel, chat, ...asked });
    return { reply, sources: await headsOf(entry.snapshots, snapshots) };
  };
  return replay;
}

/** Of what was current or replaced at the time. */
async function headsOf(ids: readonly SnapshotId[], snapshots: SnapshotReader) {
  const current = await snapshots.heads();
  const replaced = await Promise.all(current.map(({ id }) => snapshots.replacedHeads(id)));
  return [...current, ...replaced.flat()].filter(({ id }) => ids.includes(id));
}
