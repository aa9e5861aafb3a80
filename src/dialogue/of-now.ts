import type { Sentence } from './read-sentence.ts';

/** Whether this moment is asked about: "hôm nay", and of what is late "đang" alone. */
export function saysNow({ acts, isNow, metric }: Sentence): boolean {
  return acts.has('now') || (isNow && metric === 'overdue');
}

/** Whether it is asked who has dossiers, or at which step they are: no report tells. */
export function asksHolder({ acts, metric, mentions, periods }: Sentence): boolean {
  if (!acts.has('held') || periods.length > 0 || mentions.length > 1) return false;
  return metric === null || metric === 'overdue' || metric === 'dossiers';
}
