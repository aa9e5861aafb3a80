import type { Answer } from '../channels/channel.ts';
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
    log,
  });
}
