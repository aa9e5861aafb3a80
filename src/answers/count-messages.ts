import { chatRef } from '../audience/chat-name.ts';
import type { Keeper } from '../audience/standing-of.ts';
import { type Clock, dayOf } from '../clock.ts';
import { type Outbox, pushKey } from '../outbox/message.ts';
import type { MessageCounts, MonthCounts } from '../quota/message-counts.ts';
import { markReached, usageOf } from '../quota/used-up.ts';
import { quotaReplies, type UsedUp } from '../replies/quota-reply.ts';

type Room = {
  readonly counts: MessageCounts;
  readonly outbox: Pick<Outbox, 'put'>;
  readonly clock: Clock;
  readonly keepers: readonly Keeper[];
};

/** The plan of one channel. */
export type CountedPlan = {
  readonly channel: string;
  readonly messages: number;
  /** Whether messages that come in count as well. */
  readonly receivedCount: boolean;
};

/** Counts every message of a channel, and tells the keepers once a month each time a mark of its plan is reached. */
export function countMessages(
  plan: CountedPlan,
  { counts, outbox, clock, keepers }: Room,
): (kind: keyof MonthCounts) => Promise<void> {
  let told = '';
  return async (kind) => {
    const now = clock.now();
    const month = dayOf(now).toPlainYearMonth();
    const usage = usageOf(await counts.add(plan.channel, kind, month), plan);
    const mark = markReached(usage);
    const telling = `${month.toString()} ${String(mark)}`;
    if (mark === null || telling === told) return;
    const notice = { usage, mark, month, channel: plan.channel };
    await outbox.put(
      keepers.map((keeper) => noticeTo(keeper, notice, now)),
      now,
    );
    told = telling;
  };
}

function noticeTo({ channel, person }: Keeper, used: UsedUp, notBefore: Temporal.Instant) {
  const { month, mark } = used;
  const about = `${used.channel} ${String(mark)}`;
  return {
    key: pushKey('quota', month.toString(), about, chatRef(channel, person)),
    channel,
    address: { chat: person, topic: null },
    reply: quotaReplies.usedUp(used),
    notBefore,
    notAfter: null,
  };
}
