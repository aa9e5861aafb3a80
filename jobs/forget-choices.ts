import type { ChoiceListStore, ChoiceStore } from '../src/channels/choice-store.ts';
import type { SeenEvents } from '../src/channels/seen-events.ts';
import type { Clock } from '../src/clock.ts';
import { forgetting } from '../src/schedule/forgetting.ts';
import type { Job } from '../src/schedule/job.ts';
import type { SnapshotStore } from '../src/snapshots/store.ts';

type Room = {
  readonly choices: Pick<ChoiceStore, 'forgetBefore'>;
  readonly lists: Pick<ChoiceListStore, 'forgetBefore'>;
  readonly seen: Pick<SeenEvents, 'forgetBefore'>;
  readonly refused: Pick<SnapshotStore, 'forgetQuarantined'>;
  readonly clock: Clock;
};

/**
 * Forgets what old buttons and numbers say, what messengers brought and what was refused, every night: else the store would grow with
 * every answer.
 */
export function forgetChoices({ choices, lists, seen, refused, clock }: Room): Job {
  return forgetting({
    name: 'forget-choices',
    when: '0 3 * * *',
    what: 'choices kept',
    // Long after a conversation is over, and more than a month of reports: an older button says that it is too old.
    keptDays: 30,
    clock,
    forget: {
      forgotten: (before) => choices.forgetBefore(before),
      lists: (before) => lists.forgetBefore(before),
      events: (before) => seen.forgetBefore(before),
      refused: (before) => refused.forgetQuarantined(before),
    },
  });
}
