import type { RateAsk } from '../asking/question-text.ts';
import { isKept, type Limit, type Ordered } from '../figures/limit.ts';
import type { ComparisonAnswer, Side } from '../queries/comparison.ts';
import { againstLimit, keepingWords } from './limit-words.ts';
import { percent } from './numbers.ts';
import { type Block, textBlocks } from './reply.ts';
import { targetRange, verdictText } from './target-lines.ts';
import { NO_REASON } from './why-reply.ts';

/** "đạt", "không đạt", "vượt chỉ tiêu", behind the rate of a side; null where nothing is ordered for it. */
export function sideVerdict({ state, judgement }: Side): string | null {
  if (judgement === null || state?.kind !== 'rate') return null;
  if (judgement.kind === 'target') return verdictText(judgement.target, state.rate);
  return judgement.kept ? 'đạt' : 'không đạt';
}

/** " — đạt, dưới mục tiêu 1%", behind the counts of a side. */
export function sideStanding(side: Side): string {
  const { judgement } = side;
  const verdict = sideVerdict(side);
  if (judgement === null || verdict === null) return '';
  if (judgement.kind === 'target') return ` — ${verdict} ${targetRange(judgement.target)}`;
  return ` — ${verdict}, ${againstLimit(judgement)}${otherwise(side, judgement)}`;
}

/** "; theo số 0,96% thì dưới mục tiêu 1%": where another rate of the period is on the other side of the limit. */
function otherwise({ beside }: Side, { limit, kept }: { limit: Limit; kept: boolean }): string {
  const other = beside.find((rate) => isKept(limit, rate) !== kept);
  if (other === undefined) return '';
  return `; theo số ${percent(other.hundredths)} thì ${againstLimit({ limit, kept: !kept })}`;
}

/** Where it is ordered; of sides that nothing is ordered for, that they are not judged. */
export function verdictBlocks(
  { sides }: Pick<ComparisonAnswer, 'sides'>,
  nameOf: (side: Side) => string,
): readonly Block[] {
  const judged = sides.flatMap(({ judgement }) => (judgement === null ? [] : [judgement]));
  if (judged.length === 0) return [NO_TARGET];
  const lines = judged.map((one) => {
    if (one.kind === 'target')
      return orderedText(`Chỉ tiêu ${targetRange(one.target)}`, one.target);
    return orderedText(`Mục tiêu ${keepingWords(one.limit)}`, one.limit);
  });
  const without = sides.filter(
    ({ state, judgement }) => state?.kind === 'rate' && judgement === null,
  );
  return [
    ...textBlocks([...new Set(lines)]),
    ...(without.length === 0
      ? []
      : [
          {
            kind: 'warning',
            line: [`Chưa có mục tiêu: ${without.map(nameOf).join(', ')}.`],
          } as const,
        ]),
  ];
}

function orderedText(what: string, { source, place }: Ordered): string {
  return `${what} theo ${source}, ${place}.`;
}

/** Numbers of dossiers and payments have no target, and tell no cause either. */
export function unansweredBlocks(asks: RateAsk | null): readonly Block[] {
  if (asks === 'why') return [{ kind: 'note', line: [`${NO_REASON}.`] }];
  return asks === null ? [] : [NO_TARGET];
}

const NO_TARGET: Block = {
  kind: 'warning',
  line: ['Chưa có mục tiêu về chỉ tiêu này cho kỳ được hỏi.'],
};
