import { type CountName, type Counts, NO_COUNTS } from './counts.ts';

/**
 * Counts that can be held against each other: where only some count early apart, the early ones are added to on time,
 * which is what the others mean by it (Phụ lục 2 against form II.06a).
 */
export function inOneForm(all: readonly Counts[]): readonly Counts[] {
  const apart = all.every(({ resolvedEarly }) => resolvedEarly !== null);
  return apart ? all : all.map(withEarlyOnTime);
}

/** Counts added up column by column; a column is null if any of them does not give it, and all are for none at all. */
export function sumCounts(all: readonly Counts[]): Counts {
  const [first, ...others] = inOneForm(all);
  return first === undefined ? NO_COUNTS : others.reduce(added, first);
}

function withEarlyOnTime(counts: Counts): Counts {
  const { resolvedEarly, resolvedOnTime } = counts;
  if (resolvedEarly === null || resolvedOnTime === null) return counts;
  return { ...counts, resolvedEarly: null, resolvedOnTime: resolvedOnTime + resolvedEarly };
}

function added(a: Counts, b: Counts): Counts {
  const column = (name: CountName) => {
    const [one, other] = [a[name], b[name]];
    return one === null || other === null ? null : one + other;
  };
  return {
    received: column('received'),
    receivedOnline: column('receivedOnline'),
    receivedDirectOrPostal: column('receivedDirectOrPostal'),
    carriedOver: column('carriedOver'),
    resolved: column('resolved'),
    resolvedEarly: column('resolvedEarly'),
    resolvedOnTime: column('resolvedOnTime'),
    resolvedOverdue: column('resolvedOverdue'),
    pending: column('pending'),
    pendingWithin: column('pendingWithin'),
    pendingOverdue: column('pendingOverdue'),
  };
}
