import type { AuditStore } from '../src/audit/store.ts';
import type { Clock } from '../src/clock.ts';
import { forgetting } from '../src/schedule/forgetting.ts';
import type { Job } from '../src/schedule/job.ts';

type Room = {
  readonly audit: Pick<AuditStore, 'forgetBefore'>;
  readonly clock: Clock;
  /** From the configuration. */
  readonly keepAuditDays: number;
};

/** Forgets the account of old answers and pushes, every night. */
export function forgetAudit({ audit, clock, keepAuditDays }: Room): Job {
  return forgetting({
    name: 'forget-audit',
    when: '15 3 * * *',
    what: 'answers given',
    keptDays: keepAuditDays,
    clock,
    forget: { forgotten: (before) => audit.forgetBefore(before) },
  });
}
