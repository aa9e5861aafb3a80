import type { Channel, Delivery } from '../../src/channels/channel.ts';
import { openOutbox, type OutboxOptions } from '../../src/outbox/open-outbox.ts';
import type { Reply } from '../../src/replies/reply.ts';
import { openStorage, type Storage } from '../../src/storage/open.ts';
import { outboxStore } from '../../src/storage/outbox-store.ts';
import { HandWoundTime } from '../doubles/hand-wound-time.ts';
import { KeptLog } from '../doubles/kept-log.ts';
import { SEVEN } from './messages.ts';
import { AGAIN, textOf } from './words.ts';

/** A try at a message as a channel saw it. */
type SeenTry = { readonly at: string; readonly chat: string; readonly text: string };

/** What the channel does with a try; nothing = it is delivered. */
type Act = (chat: string, text: string) => Promise<Delivery> | Delivery | undefined;

/** A channel that keeps what it is given and does as it is told. */
class ScriptedChannel implements Channel {
  readonly name: string;
  readonly seen: SeenTry[] = [];
  act: Act = () => undefined;
  readonly #time: HandWoundTime;

  constructor(name: string, time: HandWoundTime) {
    this.name = name;
    this.#time = time;
  }

  listen = async () => async () => undefined;

  async deliver({ chat }: { readonly chat: string }, reply: Reply): Promise<Delivery> {
    const text = textOf(reply);
    const at = clockTime(this.#time.now());
    this.seen.push({ at, chat, text });
    return (
      (await this.act(chat, text)) ?? { kind: 'delivered', receipt: `r${String(this.seen.length)}` }
    );
  }
}

/** "07:00:30.500" */
function clockTime(at: Temporal.Instant): string {
  const local = at.toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainTime();
  return local.toString({ smallestUnit: 'millisecond' });
}

type Settings = Partial<Pick<OutboxOptions, 'paces' | 'onNever' | 'patience' | 'store'>> & {
  /** To open the outbox of a process that has ended. */
  readonly storage?: Storage;
  readonly time?: HandWoundTime;
};

/** An outbox that delivers to a scripted channel, by a clock wound by hand; seven o'clock. */
export function openPost(settings: Settings = {}) {
  const time = settings.time ?? new HandWoundTime(SEVEN);
  const storage = settings.storage ?? openStorage(':memory:');
  const store = settings.store ?? outboxStore(storage);
  const telegram = new ScriptedChannel('telegram', time);
  const log = new KeptLog();
  const outbox = openOutbox({
    store,
    channels: [telegram],
    paces: {},
    clock: time,
    wait: time.wait,
    log,
    random: () => 0,
    sentAgain: AGAIN,
    onNever: async () => undefined,
    owner: 'test',
    ...settings,
  });
  return { time, storage, store, telegram, log, outbox, seen: telegram.seen };
}
