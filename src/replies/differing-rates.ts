import type { RateAnswer } from '../queries/rate-answer.ts';
import type { Rate } from '../queries/rate.ts';
import { breakingWords, keepingWords } from './limit-words.ts';
import type { Block } from './reply.ts';

/**
 * Several rates of one agency and period: why they differ, and whether the verdict differs too. Said outright, never
 * chosen silently; nothing where all ways give the same number.
 */
export function differingBlocks({ rates }: RateAnswer): readonly Block[] {
  const rated = rates.flatMap(({ state }) => (state.kind === 'rate' ? [state.rate] : []));
  if (new Set(rated.map(({ hundredths }) => hundredths)).size < 2) return [];
  const limit = rates[0]?.standings[0]?.limit;
  const verdicts = new Set(rates.map(({ standings }) => standings[0]?.kept));
  const end =
    limit !== undefined && verdicts.size > 1
      ? `; một cách tính ${keepingWords(limit)}, một cách tính ${breakingWords(limit)}`
      : '';
  const numbers = rated.length === 2 ? 'Hai số' : 'Các số';
  return [{ kind: 'warning', line: [`${numbers} khác nhau ${reason(rated)}${end}.`] }];
}

function reason(rates: readonly Rate[]): string {
  if (new Set(rates.map(({ formula }) => formula)).size > 1) return 'do công thức';
  if (new Set(rates.map(({ snapshot }) => snapshot.scope)).size > 1) return 'do phạm vi hồ sơ';
  return 'giữa các bảng số liệu';
}
