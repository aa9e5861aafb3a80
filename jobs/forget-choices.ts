import type { ChoiceStore } from '../src/channels/choice-store.ts';
import type { Clock } from '../src/clock.ts';
import { forgetting } from '../src/schedule/forgetting.ts';
import type { Job } from '../src/schedule/job.ts';

type Room = { readonly choices: Pick<ChoiceStore, 'forgetBefore'>; readonly clock: Clock };

/** Forgets what old buttons say, every night: else the store would grow with every answer that has some. */
export function forgetChoices({ choices, clock }: Room): Job {
  return forgetting({
    name: 'forget-choices',
    when: '0 3 * * *',
    what: 'choices kept',
    // Long after a conversation is over, and more than a month of reports: an older button says that it is too old.
    keptDays: 30,
    clock,
    forget: { forgotten: (before) => choices.forgetBefore(before) },
  });
}
