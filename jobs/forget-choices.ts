import type { ChoiceStore } from '../src/channels/choice-store.ts';
import type { Clock } from '../src/clock.ts';
import type { Job } from '../src/schedule/job.ts';

/** Long after a conversation is over, and more than a month of reports: an older button says that it is too old. */
const KEPT_DAYS = 30;

/** Forgets what old buttons say, every night: else the store would grow with every answer that has some. */
export function forgetChoices({
  choices,
  clock,
}: {
  readonly choices: ChoiceStore;
  readonly clock: Clock;
}): Job {
  return {
    name: 'forget-choices',
    when: '0 3 * * *',
    async run({ dry }) {
      const moment = clock.now().subtract({ hours: KEPT_DAYS * 24 });
      const forgotten = dry ? 0 : await choices.forgetBefore(moment);
      return { summary: { forgotten }, details: [`choices kept before ${moment.toString()}`] };
    },
  };
}
