import type { Answer } from '../channels/channel.ts';
import type { Clock } from '../clock.ts';
import { createDialogue } from '../dialogue/dialogue.ts';
import type { Log } from '../log.ts';
import { dialogueReplies } from '../replies/dialogue-replies.ts';
import { allCommands } from './commands.ts';
import type { OpenKnowledge } from './open-knowledge.ts';

/** The answer function every channel is given. */
export function openDialogue({ knowledge, finder }: OpenKnowledge, log: Log): Answer {
  return createDialogue({
    commands: allCommands(knowledge),
    finder,
    directory: knowledge.directory,
    clock: knowledge.clock,
    words: dialogueReplies,
    freshness: () => `${hourOf(knowledge.clock)} ${knowledge.snapshots.revision()}`,
    log,
  });
}

/** Days begin with an hour in every zone whose offset is whole, so an answer never outlives its day. */
function hourOf(clock: Clock): string {
  return String(Math.floor(clock.now().epochMilliseconds / 3_600_000));
}
