import type { CountName, Counts } from '../figures/counts.ts';
import { hundredthsOfPercent } from '../figures/fraction.ts';
import type { FormulaId } from '../figures/metric.ts';
import { rateBy, sum, unaccounted } from '../figures/rate.ts';
import type { Finding } from './finding.ts';
import type { Figure, Snapshot } from './snapshot.ts';

/** The sums of form II.06a: (3)=(4)+(5)+(6), (7)=(8)+(9)+(10), (11)=(12)+(13). */
const SUMS: readonly { readonly total: CountName; readonly parts: readonly CountName[] }[] = [
  { total: 'received', parts: ['receivedOnline', 'receivedDirectOrPostal', 'carriedOver'] },
  { total: 'resolved', parts: ['resolvedEarly', 'resolvedOnTime', 'resolvedOverdue'] },
  { total: 'pending', parts: ['pendingWithin', 'pendingOverdue'] },
];

/**
 * What is wrong within single rows: parts against their total, the printed rate against the document's own formula,
 * the closed balance; and for information, received dossiers that are neither resolved nor pending.
 */
export function checkRows({
  figures,
  formula,
}: Pick<Snapshot, 'figures' | 'formula'>): readonly Finding[] {
  return figures.flatMap((figure) => [
    ...wrongSums(figure),
    ...tooGreatParts(figure),
    // These two findings are about the agency as a whole: a row of one field says nothing of it.
    ...(figure.field === null ? [...wrongRate(figure, formula), ...remainder(figure)] : []),
  ]);
}

function wrongSums({ agency, field, counts }: Figure): readonly Finding[] {
  return SUMS.flatMap(({ total, parts }): readonly Finding[] => {
    const printed = counts[total];
    const sumOfParts = sum(counts, parts);
    if (printed === null || sumOfParts === null || printed === sumOfParts) return [];
    return [
      { code: 'rowDoesNotAddUp', agency, field, column: total, printed, sumOfParts } as const,
    ];
  });
}

function wrongRate(
  { agency, counts, printedOverdue }: Figure,
  formula: FormulaId | null,
): readonly Finding[] {
  if (printedOverdue === null || formula === null) return [];
  const result = rateBy(formula, counts);
  if (result.kind === 'missing') return [];
  // Tables print 0,00 where nothing arose.
  const computed = result.kind === 'rate' ? hundredthsOfPercent(result.fraction) : 0;
  if (computed === printedOverdue) return [];
  return [{ code: 'rateDoesNotFollow', agency, printed: printedOverdue, computed }];
}

/** Seen also where a sum is not: the table may give one part only. */
function tooGreatParts({ agency, field, counts }: Figure): readonly Finding[] {
  return SUMS.flatMap(({ total, parts }) => {
    const printedTotal = counts[total];
    // A sum that is wrong is told as that, with all its parts.
    if (printedTotal === null || sum(counts, parts) !== null) return [];
    return parts.flatMap((column): readonly Finding[] => {
      const printed = counts[column];
      if (printed === null || printed <= printedTotal) return [];
      return [
        { code: 'partExceedsTotal', agency, field, column, printed, total, printedTotal } as const,
      ];
    });
  });
}

function remainder({ agency, counts }: Figure): readonly Finding[] {
  const { received } = counts;
  const unplaced = unaccounted(counts);
  if (received === null || unplaced === null || unplaced === 0) return [];
  const handled = received - unplaced;
  if (unplaced < 0) return [{ code: 'handledExceedReceived', agency, received, handled }];
  if (isClosedForm(counts)) return [{ code: 'balanceDoesNotClose', agency, received, handled }];
  return [{ code: 'receivedUnaccounted', agency, received, unaccounted: unplaced }];
}

/** Form II.06a: it alone tells what was carried over from what came in, and places all of it. */
function isClosedForm({ receivedOnline, receivedDirectOrPostal, carriedOver }: Counts): boolean {
  return receivedOnline !== null && receivedDirectOrPostal !== null && carriedOver !== null;
}
