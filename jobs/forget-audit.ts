import type { AuditStore } from '../src/audit/store.ts';
import type { Clock } from '../src/clock.ts';
import type { Job } from '../src/schedule/job.ts';

/** Forgets the account of old answers and pushes, every night. */
export function forgetAudit({
  audit,
  clock,
  keepAuditDays,
}: {
  readonly audit: Pick<AuditStore, 'forgetBefore'>;
  readonly clock: Clock;
  /** From the configuration. */
  readonly keepAuditDays: number;
}): Job {
  return {
    name: 'forget-audit',
    when: '15 3 * * *',
    async run({ dry }) {
      const moment = clock.now().subtract({ hours: keepAuditDays * 24 });
      const forgotten = dry ? 0 : await audit.forgetBefore(moment);
      return { summary: { forgotten }, details: [`answers given before ${moment.toString()}`] };
    },
  };
}
