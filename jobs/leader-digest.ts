import { viewOf } from '../src/answers/list-for-chat.ts';
import { type MorningRoom, morningJob } from '../src/answers/morning-job.ts';
import { morningKey } from '../src/answers/morning-key.ts';
import { withFreshness } from '../src/answers/with-freshness.ts';
import type { AcknowledgementStore } from '../src/audience/acknowledgements.ts';
import { mayHaveDigest } from '../src/audience/rights.ts';
import type { AudienceStore, MorningSubscription } from '../src/audience/store.ts';
import { isAnythingDue } from '../src/dossiers/due-counts.ts';
import type { HealthStore } from '../src/polling/health.ts';
import { atOneMoment } from '../src/queries/at-one-moment.ts';
import { askDigest } from '../src/queries/digest.ts';
import type { DueKnowledge } from '../src/queries/due-knowledge.ts';
import type { Knowledge } from '../src/queries/knowledge.ts';
import { digestReply } from '../src/replies/digest-reply.ts';
import type { Job } from '../src/schedule/job.ts';

type Room = MorningRoom & {
  readonly knowledge: Knowledge;
  readonly due: DueKnowledge;
  readonly audience: Pick<AudienceStore, 'subscriptions' | 'bindings' | 'bindingOf'>;
  readonly acknowledgements: Pick<AcknowledgementStore, 'acknowledgedOn'>;
  /** How the sources of its figures do; without it nobody watches over them. */
  readonly health?: Pick<HealthStore, 'all'>;
};

/**
 * Sends leaders what they should know before the day begins; an agency's own group may have it about itself. A missed
 * one is of no use and not told of: the next comes soon, and /tong-quan tells any time.
 */
export function leaderDigest(room: Room): Job {
  const { knowledge, due, audience, acknowledgements, outbox, health } = room;
  const receipts = {
    directory: due.directory,
    audience,
    acknowledgements,
    wasSent: (subscription: MorningSubscription, day: Temporal.PlainDate) =>
      outbox.knows(morningKey(subscription, day)),
  };
  return morningJob(
    {
      kind: 'leaderDigest',
      at(now) {
        const then = { knowledge, due: atOneMoment(due, now), receipts };
        return async ({ channel, address, whenNothing }, agency) => {
          const view = await viewOf({ channel, chat: address.chat, agency }, room);
          if (!mayHaveDigest(view)) return 'notAllowed';
          const digest = await askDigest(then, agency);
          if (digest.kind === 'noDossiers') return 'noList';
          if (!isAnythingDue(digest.list.counts) && whenNothing === 'silent') return 'silent';
          const reply = digestReply(digest);
          if (health === undefined) return reply;
          const { snapshots } = knowledge;
          return withFreshness(reply, { health, snapshots, clock: due.clock });
        };
      },
    },
    room,
  );
}
