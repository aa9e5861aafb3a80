import { pollFigures } from '../../jobs/poll-figures.ts';
import { USUAL_RULES } from '../../src/alerts/settings.ts';
import { plainText } from '../../src/channels/plain-text.ts';
import { ZONE } from '../../src/clock.ts';
import { SourceUnreadable } from '../../src/errors.ts';
import { silentLog } from '../../src/log.ts';
import { openOutbox } from '../../src/outbox/open-outbox.ts';
import type { Rhythm } from '../../src/polling/health-after.ts';
import type { Payload, Source } from '../../src/polling/source.ts';
import { headlineOf, type Reply } from '../../src/replies/reply.ts';
import { believing } from '../../src/shell/believing.ts';
import { accessOf, openDialogue } from '../../src/shell/dialogue.ts';
import type { Storage } from '../../src/storage/open.ts';
import { outboxStore } from '../../src/storage/outbox-store.ts';
import { openInMemory } from '../conversations/open-in-memory.ts';
import { HandWoundTime } from '../doubles/hand-wound-time.ts';
import { AGAIN } from '../outbox/words.ts';
import { answerOf, oneStopReading, type Said } from '../polling/one-stop-readings.ts';
import { moment } from './start-day.ts';

/** What the one-stop system does when it is asked: it says something, or nothing that could be read. */
export type Answers = readonly Said[] | 'fault';

/** A message as a chat got it. */
type Got = { readonly at: string; readonly chat: string; readonly text: string };

const CONFIG: Parameters<typeof believing>[1] = {
  alerts: USUAL_RULES,
  sources: [],
  newWithin: {},
  keepers: [{ channel: 'web', person: 'keeper' }],
  access: 'bound',
  host: '127.0.0.1',
  publicUrl: null,
};

/** Every minute; to be read within a quarter of an hour, and to say something new within the hour. */
const RHYTHM: Rhythm = {
  readBy: (last) => last.add({ minutes: 15 }),
  newBy: (last) => last.add({ minutes: 60 }),
};

/** A one-stop system that is asked every minute, and the chats that hear of it, by a clock wound by hand. */
export async function startHour(at: string, storage?: Storage) {
  const time = new HandWoundTime(moment(at));
  const open = await openInMemory(time, 'none', storage);
  const believed = believing(open, CONFIG);
  if (believed.watch === undefined) throw new Error('nobody watches');
  const intake = { ...believed, watch: { ...believed.watch, rhythmOf: () => RHYTHM } };
  let answers: Answers = [];
  const job = pollFigures({
    source: systemOf(() => answers),
    when: '* * * * *',
    intake,
  });
  const got: Got[] = [];
  const outbox = openOutbox({
    store: outboxStore(open.storage),
    channels: [
      {
        name: 'web',
        listen: async () => async () => undefined,
        async deliver({ chat }, reply) {
          const clock = time.now().toZonedDateTimeISO(ZONE).toPlainTime();
          const text = shown(reply);
          got.push({ at: clock.toString({ smallestUnit: 'minute' }), chat, text });
          return { kind: 'delivered', receipt: String(got.length) } as const;
        },
      },
    ],
    paces: {},
    clock: time,
    wait: time.wait,
    log: silentLog,
    random: () => 0,
    sentAgain: AGAIN,
    onNever: async () => undefined,
    owner: 'test',
  });
  const answer = openDialogue(open, accessOf(CONFIG), silentLog);

  return {
    open,
    got,
    /** "08:10 keeper: Nguồn mot-cua không đọc được", in the order of arrival. */
    heard: () => got.map((one) => `${one.at} ${one.chat}: ${one.text.split('\n')[0] ?? ''}`),
    /** What a person in a chat is answered, whole. */
    async ask(chat: string, text: string) {
      const from = { channel: 'web', chat, person: 'lan', addressed: true } as const;
      const reply = await answer({ ...from, chatKind: 'group', text });
      if (reply === null) throw new Error(`no answer to ${text}`);
      return { headline: headlineOf(reply), text: shown(reply), reply };
    },
    /** From now on the system answers so. */
    says(now: Answers) {
      answers = now;
    },
    /** Sets the clock, while nothing runs. */
    async skipTo(to: string) {
      await time.pass(moment(to).since(time.now()).total('milliseconds'));
    },
    /** Asks the system every minute up to and including one, and delivers what follows. */
    async runUntil(to: string) {
      for (;;) {
        await job.run({ dry: false });
        await outbox.deliverRound();
        if (Temporal.Instant.compare(time.now(), moment(to)) >= 0) break;
        await time.pass(60_000);
      }
    },
    async [Symbol.asyncDispose]() {
      await answer[Symbol.asyncDispose]();
      open[Symbol.dispose]();
    },
  };
}

function systemOf(answers: () => Answers): Source {
  return {
    name: 'mot-cua',
    async *fetch(): AsyncIterable<Payload> {
      const now = answers();
      if (now === 'fault') {
        const problem = { code: 'sourceFailed', place: 'mot-cua', detail: '500' };
        throw new SourceUnreadable('mot-cua', [problem]);
      }
      if (now.length > 0) yield await Promise.resolve(answerOf(...now.map(oneStopReading)));
    },
  };
}

function shown(reply: Reply): string {
  return plainText(reply.blocks, { limit: Infinity, tableWidth: 100 }).join('\n');
}
