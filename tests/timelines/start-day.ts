import { checkAlerts } from '../../jobs/check-alerts.ts';
import { leaderDigest } from '../../jobs/leader-digest.ts';
import { morningList } from '../../jobs/morning-list.ts';
import { remind } from '../../jobs/remind.ts';
import { USUAL_RULES } from '../../src/alerts/settings.ts';
import { plainText } from '../../src/channels/plain-text.ts';
import { ZONE } from '../../src/clock.ts';
import { silentLog } from '../../src/log.ts';
import { openOutbox } from '../../src/outbox/open-outbox.ts';
import type { SourceHealth } from '../../src/polling/health.ts';
import type { Reply } from '../../src/replies/reply.ts';
import { accessOf, openDialogue } from '../../src/shell/dialogue.ts';
import type { Storage } from '../../src/storage/open.ts';
import { outboxStore } from '../../src/storage/outbox-store.ts';
import { runStore } from '../../src/storage/run-store.ts';
import { openInMemory } from '../conversations/open-in-memory.ts';
import { HandWoundTime } from '../doubles/hand-wound-time.ts';
import { AGAIN } from '../outbox/words.ts';

/** A message as a chat got it. */
type Got = {
  readonly at: string;
  readonly chat: string;
  readonly text: string;
  readonly reply: Reply;
};

type Setting = {
  /** When the process starts: "2026-11-23T06:55". */
  readonly at: string;
  readonly samples?: 'khanh-hoa' | 'none';
  /** To start where another process left off. */
  readonly storage?: Storage;
};

const KEEPER = { channel: 'telegram', person: '9' } as const;

/** The application on a day: its dialogue, its morning jobs and an outbox, by a clock wound by hand. */
export async function startDay({ at, samples = 'none', storage }: Setting) {
  const time = new HandWoundTime(moment(at));
  const open = await openInMemory(time, samples, storage);
  const got: Got[] = [];
  const outbox = openOutbox({
    store: outboxStore(open.storage),
    channels: [channelInto(got, time)],
    paces: {},
    clock: time,
    wait: time.wait,
    log: silentLog,
    random: () => 0,
    sentAgain: AGAIN,
    onNever: async () => undefined,
    owner: 'test',
  });
  const { knowledge, due, acknowledgements } = open;
  const { audience } = open.reception;
  const chartsComing: Temporal.Instant[] = [];
  const room = {
    knowledge,
    due,
    audience,
    acknowledgements,
    outbox,
    runs: runStore(open.storage),
    onChartsComing: () => void chartsComing.push(time.now()),
  };
  const health: SourceHealth[] = [];
  const { alerts } = open;
  const jobs = {
    list: morningList(room),
    digest: leaderDigest(room),
    remind: remind(room),
    alerts: checkAlerts({
      ...room,
      alerts,
      health: { all: async () => health },
      rules: USUAL_RULES,
    }),
  };
  const access = accessOf({
    keepers: [{ channel: 'telegram', person: '9' }],
    access: 'bound',
    host: '0.0.0.0',
    publicUrl: null,
  });
  const answer = openDialogue(open, access, silentLog);

  return {
    open,
    jobs,
    got,
    /** How sources do; of those that are not here nothing is expected. */
    health,
    /** When it was told that charts are coming. */
    chartsComing,
    /** What a keeper says in a group; the answer as plain text. */
    async say(chat: string, text: string) {
      const from = { ...KEEPER, chat, chatKind: 'group', addressed: true } as const;
      return shown(await answer({ ...from, text }));
    },
    /** Sets the clock, while nothing runs. */
    async skipTo(to: string) {
      await time.pass(moment(to).since(time.now()).total('milliseconds'));
    },
    /** Runs the jobs each minute up to and including a moment, and delivers what they queued. */
    async runUntil(to: string) {
      for (;;) {
        await jobs.list.run({ dry: false });
        await jobs.digest.run({ dry: false });
        await jobs.remind.run({ dry: false });
        await jobs.alerts.run({ dry: false });
        await outbox.deliverRound();
        if (Temporal.Instant.compare(time.now(), moment(to)) >= 0) break;
        await time.pass(60_000);
      }
    },
    [Symbol.asyncDispose]: async () => open[Symbol.dispose](),
  };
}

function channelInto(got: Got[], time: HandWoundTime) {
  return {
    name: 'telegram',
    listen: async () => async () => undefined,
    async deliver({ chat }: { readonly chat: string }, reply: Reply) {
      const at = time.now().toZonedDateTimeISO(ZONE).toPlainTime();
      got.push({ at: at.toString({ smallestUnit: 'minute' }), chat, text: shown(reply), reply });
      return { kind: 'delivered', receipt: String(got.length) } as const;
    },
  };
}

function shown(reply: Reply | null): string {
  return plainText(reply?.blocks ?? [], { limit: Infinity, tableWidth: 100 }).join('\n');
}

/** A local moment. */
export function moment(text: string): Temporal.Instant {
  return Temporal.Instant.from(`${text}+07:00`);
}
