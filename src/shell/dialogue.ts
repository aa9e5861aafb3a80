import type { Answer } from '../channels/channel.ts';
import { dayOf } from '../clock.ts';
import { createDialogue } from '../dialogue/dialogue.ts';
import { rememberTurns } from '../dialogue/remember-turns.ts';
import type { Log } from '../log.ts';
import { dialogueReplies } from '../replies/dialogue-replies.ts';
import { allCommands } from './commands.ts';
import type { OpenKnowledge } from './open-knowledge.ts';

/** The answer function every channel is given. */
export function openDialogue({ knowledge, finder }: OpenKnowledge, log: Log): Answer {
  const { clock, directory, snapshots } = knowledge;
  /** Answers say "today" and name the latest figures: they hold for a day and a revision. */
  const freshness = () => `${dayOf(clock.now()).toString()} ${snapshots.revision()}`;
  return createDialogue({
    commands: allCommands(knowledge),
    finder,
    directory,
    clock,
    words: dialogueReplies,
    remember: rememberTurns(freshness),
    log,
  });
}
