import type { RateAsk } from '../asking/question-text.ts';
import { headroom, neededToGetBack } from '../figures/headroom.ts';
import { isKept, isNumberKept, type Sieve } from '../figures/limit.ts';
import { mostTelling } from '../figures/telling-limit.ts';
import type { LimitStanding } from '../queries/limit-standing.ts';
import type { RateAnswer } from '../queries/rate-answer.ts';
import type { Rate } from '../queries/rate.ts';
import { againstLimit, keepingWords } from './limit-words.ts';
import { count, percent, shortPercent } from './numbers.ts';
import type { Block } from './reply.ts';
import { roomText } from './room-text.ts';
import { capital, uncapital } from './sentence.ts';
import { sieveWords } from './sieve-words.ts';

/** A rate, what it is held against, and what is asked about that. */
export type Judged = {
  readonly answer: RateAnswer;
  /** The number of dossiers that is asked about. */
  readonly number: number | null;
  readonly sieve: Sieve | null;
  readonly asks: RateAsk | null;
};

/** "Chưa vượt 1%", "Còn 32 hồ sơ được trễ thêm, …", "Mục tiêu dưới 1%"; null where nothing can be said. */
export function judgedText(judged: Judged): string | null {
  switch (judged.asks) {
    case 'target':
      return targetText(judged);
    case 'headroom':
      return headroomText(judged);
    case 'why':
      return null;
    case 'verdict':
    case null:
      return judged.sieve === null ? standingText(judged) : valueText(judged, judged.sieve);
  }
}

/** What was asked for and cannot be said; where a target is ordered. */
export function missingBlocks(judged: Judged): readonly Block[] {
  const { asks } = judged;
  if (asks === 'why' || (asks === null && judged.sieve === null)) return [];
  if (judgedText(judged) === null) {
    const words =
      asks === 'headroom' && limitOf(judged) !== null
        ? 'Nguồn không ghi số hồ sơ nên không tính được còn bao nhiêu hồ sơ.'
        : 'Chưa có mục tiêu về chỉ tiêu này cho kỳ được hỏi.';
    return [{ kind: 'warning', line: [words] }];
  }
  const limit = asks === 'target' ? limitOf(judged) : null;
  return limit === null
    ? []
    : [{ kind: 'text', line: [`Mục tiêu theo ${limit.source}, ${limit.place}.`] }];
}

function ratesOf({ answer }: Judged): readonly Rate[] {
  return answer.rates.flatMap(({ state }) => (state.kind === 'rate' ? [state.rate] : []));
}

function limitOf({ answer }: Judged): LimitStanding['limit'] | null {
  return answer.rates[0]?.standings[0]?.limit ?? null;
}

function targetText(judged: Judged): string | null {
  const limit = limitOf(judged);
  return limit === null ? null : `Mục tiêu ${keepingWords(limit)}, hiện`;
}

/** By the province's formula, which the counts of a table are held against. */
function headroomText(judged: Judged): string | null {
  const threshold = thresholdOf(judged);
  const { counts, metric } = judged.answer;
  if (counts === null || threshold === null || metric !== 'overdue') return null;
  const room = headroom(counts, threshold);
  const limit = shortPercent(threshold);
  if (room !== null) return capital(roomText(room, limit));
  const needed = neededToGetBack(counts, threshold);
  if (needed === null) return null;
  return `Đã chạm ${limit}, cần thêm ${count(needed)} hồ sơ đúng hạn để xuống dưới`;
}

/** The value that was said, or the mildest limit. */
function thresholdOf(judged: Judged): number | null {
  const { sieve } = judged;
  const asked = sieve?.of === 'rate' ? sieve.bounds[0] : undefined;
  return (asked ?? limitOf(judged))?.threshold ?? null;
}

/** Whether the limits are kept: said of each rate where documents and formulas differ about it. */
function standingText({ answer, asks }: Judged): string | null {
  if (asks === null) return null;
  return eachRate(
    answer.rates.flatMap(({ state, standings }) => {
      const standing = mostTelling(standings);
      if (state.kind !== 'rate' || standing === undefined) return [];
      const text = `${againstLimit(standing)} (${standing.kept ? 'đạt' : 'không đạt'})`;
      return [{ rate: state.rate, text: capital(text) }];
    }),
  );
}

function valueText(judged: Judged, sieve: Sieve): string | null {
  const { number } = judged;
  if (sieve.of === 'number') {
    if (number === null) return null;
    return sideText(sieve, (bound) => isNumberKept(bound, number));
  }
  return eachRate(
    ratesOf(judged).map((rate) => ({
      rate,
      text: sideText(sieve, (bound) => isKept(bound, rate)),
    })),
  );
}

/** "Đã vượt 1%", "Chưa vượt 1%", "Không dưới 1%", "Trong khoảng từ 1% đến 2%". */
export function sideText(
  sieve: Sieve,
  isKeptBy: (bound: Sieve['bounds'][number]) => boolean,
): string {
  const [bound, ...more] = sieve.bounds;
  const isMet = sieve.bounds.every(isKeptBy);
  if (bound === undefined || more.length > 0) {
    return isMet ? `Đúng là ${sieveWords(sieve)}` : `Không ${sieveWords(sieve)}`;
  }
  const value = sieveWords({ ...sieve, bounds: [{ ...bound, side: 'above', inclusive: false }] });
  const isExceeding = bound.side === 'above' ? !bound.inclusive : bound.inclusive;
  if (!isExceeding) return `${isMet ? 'Đúng là' : 'Không'} ${sieveWords(sieve)}`;
  const isOver = isMet === (bound.side === 'above');
  return value.replace(/^trên/u, isOver ? 'Đã vượt' : 'Chưa vượt');
}

function eachRate(
  verdicts: readonly { readonly rate: Rate; readonly text: string }[],
): string | null {
  const [first] = verdicts;
  if (first === undefined) return null;
  if (verdicts.every(({ text }) => text === first.text)) return first.text;
  return verdicts
    .map(({ rate, text }) => `${percent(rate.hundredths)} ${uncapital(text)}`)
    .join(' · ');
}
