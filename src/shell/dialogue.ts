import { withFreshness } from '../answers/with-freshness.ts';
import { type Access, standingsIn } from '../audience/standing-of.ts';
import { openJournal } from '../audit/journal.ts';
import type { Answer } from '../channels/channel.ts';
import { CONSOLE, WEB } from '../channels/names.ts';
import { realWait } from '../channels/wait.ts';
import { dayOf } from '../clock.ts';
import type { Config } from '../config.ts';
import { auditEntry } from '../dialogue/audit-entry.ts';
import { createDialogue } from '../dialogue/dialogue.ts';
import { fieldsKnown } from '../dialogue/fields-known.ts';
import { rememberTurns } from '../dialogue/remember-turns.ts';
import type { Log } from '../log.ts';
import { dialogueRepliesWith } from '../replies/dialogue-replies.ts';
import { auditStore } from '../storage/audit-store.ts';
import { healthStore } from '../storage/health-store.ts';
import { outboxStore } from '../storage/outbox-store.ts';
import { allCommands } from './commands.ts';
import type { OpenKnowledge } from './open-knowledge.ts';
import { replayOver } from './replay.ts';
import { upkeepOf } from './upkeep.ts';

/** The answer function every channel is given; disposing of it writes down the account of the last answers. */
export function openDialogue(
  open: OpenKnowledge,
  access: Access,
  log: Log,
): Answer & AsyncDisposable {
  const { knowledge, finder, reception, storage } = open;
  const { clock, directory, snapshots } = knowledge;
  /** Answers say "today" and name the latest figures: they hold for a day and a revision. */
  const freshness = () => `${dayOf(clock.now()).toString()} ${snapshots.revision()}`;
  const audit = openJournal(auditStore(storage), { wait: realWait, log });
  open.unwritten.add(() => audit.written());
  const health = healthStore(storage);
  const room = {
    ...open,
    audit,
    outbox: outboxStore(storage),
    setAside: open.intake.store,
    upkeep: upkeepOf(storage, open.usage),
  };
  const answer = createDialogue({
    commands: allCommands({ ...room, replay: replayOver(open, room) }),
    finder,
    directory,
    clock,
    words: dialogueRepliesWith(reception.botNames ?? {}),
    standingOf: standingsIn(reception, access),
    fields: fieldsKnown(snapshots),
    remember: rememberTurns(freshness),
    remark: (reply) => withFreshness(reply, { health, snapshots, clock }),
    audit: (answered) =>
      audit.add([auditEntry(answered, { at: clock.now(), revision: snapshots.revision() })]),
    log,
  });
  return Object.assign(answer, { [Symbol.asyncDispose]: () => audit.close() });
}

/**
 * Who may ask, by the configuration; what only this machine reaches is the keeper's own. Where there is a public address,
 * there is a proxy in front, and who comes through it looks as if they sat here.
 */
export function accessOf({
  keepers,
  access,
  host,
  publicUrl,
}: Pick<Config, 'keepers' | 'access' | 'host' | 'publicUrl'>): Access {
  const onlyHere = publicUrl === null && /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/u.test(host);
  return {
    keepers,
    localChannels: new Set([CONSOLE, ...(onlyHere ? [WEB] : [])]),
    mode: access,
  };
}
