import { type Access, standingsIn } from '../audience/standing-of.ts';
import type { Answer } from '../channels/channel.ts';
import { dayOf } from '../clock.ts';
import type { Config } from '../config.ts';
import { createDialogue } from '../dialogue/dialogue.ts';
import { rememberTurns } from '../dialogue/remember-turns.ts';
import type { Log } from '../log.ts';
import { dialogueReplies } from '../replies/dialogue-replies.ts';
import { allCommands } from './commands.ts';
import type { OpenKnowledge } from './open-knowledge.ts';

/** The answer function every channel is given. */
export function openDialogue(open: OpenKnowledge, access: Access, log: Log): Answer {
  const { knowledge, finder, reception } = open;
  const { clock, directory, snapshots } = knowledge;
  /** Answers say "today" and name the latest figures: they hold for a day and a revision. */
  const freshness = () => `${dayOf(clock.now()).toString()} ${snapshots.revision()}`;
  return createDialogue({
    commands: allCommands(open),
    finder,
    directory,
    clock,
    words: dialogueReplies,
    standingOf: standingsIn(reception.audience, access),
    remember: rememberTurns(freshness),
    log,
  });
}

/** Who may ask, by the configuration; what only this machine reaches is the keeper's own. */
export function accessOf({
  keepers,
  access,
  host,
}: Pick<Config, 'keepers' | 'access' | 'host'>): Access {
  const onlyHere = /^(localhost|127\..*|::1|\[::1\])$/u.test(host);
  return {
    keepers: new Set(keepers),
    localChannels: new Set(['console', ...(onlyHere ? ['web'] : [])]),
    mode: access,
  };
}
