import { chatRef } from '../../src/audience/chat-name.ts';
import type { Channel, Delivery } from '../../src/channels/channel.ts';
import { silentLog } from '../../src/log.ts';
import type { Outgoing } from '../../src/outbox/message.ts';
import { openOutbox } from '../../src/outbox/open-outbox.ts';
import type { OutboxStore } from '../../src/outbox/store.ts';
import { openStorage } from '../../src/storage/open.ts';
import { outboxStore } from '../../src/storage/outbox-store.ts';
import { HandWoundTime } from '../doubles/hand-wound-time.ts';
import { says, SEVEN } from './messages.ts';
import { AGAIN, textOf } from './words.ts';

/** What the messenger does with a message; `arrives` = people see it. */
export type Outcome =
  | { readonly arrives: true; readonly answer: 'receipt' | 'lost' | 'none' }
  | { readonly arrives: false; readonly answer: 'lost' | 'none' | 'later' | 'flood' | 'never' };

const GOOD: Outcome = { arrives: true, answer: 'receipt' };
/** Nobody can know whether the message arrived. */
const LEAVES_DOUBT: ReadonlySet<Outcome['answer']> = new Set(['lost', 'none']);
const MARK = '(again) ';

/** A message as the world knows it: the same content for the same group, whatever the group's id at the time. */
type Fate = {
  readonly group: number;
  readonly notBefore: Temporal.Instant;
  readonly order: number;
  /** What people saw: with the mark or without. */
  readonly seen: ('plain' | 'marked')[];
  /** It may be in the chat already, as far as anyone can know. */
  mayBeOut: boolean;
  finished: boolean;
};

/** Processes over one store, groups with ids that change, and a messenger that does what it likes. */
export class World {
  readonly time = new HandWoundTime(SEVEN);
  readonly fates = new Map<string, Fate>();
  /** What must never happen, and did. */
  readonly wrongs: string[] = [];
  readonly outcomes: Outcome[] = [];
  readonly #storage = openStorage(':memory:');
  readonly #processes = new Set<{ alive: boolean }>();
  /** Real ids of the groups, and those the bot knows. */
  readonly #ids = [-1, -2, -3];
  readonly #known = [-1, -2, -3];
  readonly store: OutboxStore = outboxStore(this.#storage, {
    onMoved: (_channel, from, to) => {
      const group = this.#known.indexOf(Number(from));
      if (group !== -1) this.#known[group] = Number(to);
    },
  });

  /** A job puts a message, by the id the bot knows the group under. */
  async put(group: number, number: number, inMs: number): Promise<void> {
    const text = `${String(number)}/${String(group)}`;
    const chat = String(this.#known[group]);
    const notBefore = this.time.now().add({ milliseconds: inMs });
    const message: Outgoing = {
      key: `list/${String(number)}/${chatRef('telegram', chat)}`,
      channel: 'telegram',
      address: { chat, topic: null },
      reply: says(text),
      notBefore,
      notAfter: null,
    };
    const { queued } = await this.store.put([message], this.time.now());
    const before = this.fates.get(text);
    if (queued === 1 && before !== undefined) this.wrongs.push(`${text} is queued twice`);
    if (queued === 0 && before === undefined) this.wrongs.push(`${text} is not queued`);
    if (before !== undefined) return;
    const order = this.fates.size;
    this.fates.set(text, { group, notBefore, order, seen: [], mayBeOut: false, finished: false });
  }

  /** A process starts, beside those that run. */
  start(): void {
    const life = { alive: true };
    this.#processes.add(life);
    const channel: Channel = {
      name: 'telegram',
      listen: async () => async () => undefined,
      deliver: ({ chat }, reply) => this.#deliver(Number(chat), textOf(reply)),
    };
    const outbox = openOutbox({
      store: this.#whileAlive(life),
      channels: [channel],
      paces: {},
      clock: this.time,
      wait: this.time.wait,
      log: silentLog,
      random: () => 0.5,
      sentAgain: AGAIN,
      onNever: async () => undefined,
      owner: `process ${String(this.#processes.size)}`,
      patience: { lookMs: 300_000 },
    });
    outbox.run();
  }

  /** All processes die where they stand; nothing they were doing is written down. */
  crash(): void {
    for (const life of this.#processes) life.alive = false;
    this.#processes.clear();
  }

  /** A group gets another id; the bot is not told. */
  move(group: number): void {
    this.#ids[group] = (this.#ids[group] ?? 0) - 10;
  }

  /** All goes well from now on, for long enough. */
  async calmDown(): Promise<void> {
    this.outcomes.length = 0;
    this.start();
    this.time.jump(48 * 3_600_000);
    await this.time.pass(2 * 3_600_000);
    this.crash();
    this.#storage.close();
  }

  #deliver(chat: number, said: string): Promise<Delivery> {
    const group = this.#ids.indexOf(chat);
    if (group === -1) return Promise.resolve({ kind: 'moved', to: this.#idAfter(chat) });
    const isMarked = said.startsWith(MARK);
    const text = said.replace(MARK, '');
    const fate = this.fates.get(text);
    if (fate?.group !== group) throw new Error(`${text} is for nobody here`);
    this.#judge(text, fate, isMarked);
    const outcome = this.outcomes.shift() ?? GOOD;
    if (outcome.arrives) fate.seen.push(isMarked ? 'marked' : 'plain');
    fate.mayBeOut ||= outcome.arrives || LEAVES_DOUBT.has(outcome.answer);
    return answered(outcome);
  }

  /** Looks at a try when it is made. */
  #judge(text: string, fate: Fate, isMarked: boolean): void {
    if (fate.finished) this.wrongs.push(`${text} is sent though it was finished`);
    if (fate.mayBeOut && !isMarked) this.wrongs.push(`${text} is repeated without the mark`);
    if (!fate.mayBeOut && isMarked) this.wrongs.push(`${text} is marked though it never went out`);
    const overtaken = this.fates
      .values()
      .find((other) => other.group === fate.group && !other.finished && isBefore(other, fate));
    if (overtaken !== undefined) this.wrongs.push(`${text} overtakes another`);
  }

  /** Ids of a group go down by ten. */
  #idAfter(chat: number): string {
    const group = this.#known.findIndex((_, index) => (chat + index + 1) % 10 === 0);
    return String(this.#ids[group]);
  }

  /** The store as a process sees it that may die: then nothing comes back, nothing goes in. */
  #whileAlive(life: { readonly alive: boolean }): OutboxStore {
    const { store } = this;
    const alive = <Value>(act: () => Promise<Value>): Promise<Value> =>
      life.alive ? act() : new Promise(() => undefined);
    return {
      ...store,
      due: (channel, at) => alive(() => store.due(channel, at)),
      read: (id, at) => alive(() => store.read(id, at)),
      claim: (id, lease) => alive(() => store.claim(id, lease)),
      abandoned: (channel, at) => alive(() => store.abandoned(channel, at)),
      expire: (channel, at) => alive(() => store.expire(channel, at)),
      settle: (held, verdict, at) =>
        alive(async () => {
          const isWritten = await store.settle(held, verdict, at);
          const isEnd = verdict.kind === 'sent' || verdict.kind === 'dead';
          if (isWritten && isEnd) this.#finish(held.id);
          return isWritten;
        }),
    };
  }

  #finish(id: number): void {
    // Rows count up in the order of putting.
    const fate = this.fates.values().find(({ order }) => order === id - 1);
    if (fate !== undefined) fate.finished = true;
  }
}

function isBefore(one: Fate, other: Fate): boolean {
  const byMoment = Temporal.Instant.compare(one.notBefore, other.notBefore);
  return byMoment < 0 || (byMoment === 0 && one.order < other.order);
}

function answered(outcome: Outcome): Promise<Delivery> {
  switch (outcome.answer) {
    case 'receipt':
      return Promise.resolve({ kind: 'delivered', receipt: '7' });
    case 'lost':
      return Promise.resolve({ kind: 'unknown', why: 'ECONNRESET' });
    case 'none':
      return new Promise(() => undefined);
    case 'later':
      return Promise.resolve({ kind: 'later', waitMs: 1_000, why: '502' });
    case 'flood':
      return Promise.resolve({ kind: 'later', waitMs: 30_000, why: '429', costsNoTry: true });
    case 'never':
      return Promise.resolve({ kind: 'never', why: '400' });
  }
}
