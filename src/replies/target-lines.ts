import type { KnownRate } from '../figures/fraction.ts';
import { type Target, type Verdict, verdictOn } from '../figures/limit.ts';
import { publishedRate } from '../queries/rate.ts';
import type { StatementReading } from '../snapshots/store.ts';
import { peersOfLevel } from './agency-names.ts';
import { shortPercent } from './numbers.ts';
import { capital } from './sentence.ts';

const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  missed: 'chưa đạt chỉ tiêu',
  met: 'đạt mức thấp của chỉ tiêu',
  exceeded: 'vượt chỉ tiêu',
};

/** "vượt chỉ tiêu": said the same way in the text and above the chart. */
export function verdictText(target: Target, rate: KnownRate): string {
  const verdict = verdictOn(target, rate);
  return verdict === 'met' && target.from === target.to ? 'đạt chỉ tiêu' : VERDICT_WORDS[verdict];
}

/** "40–45%", or "84%" where both ends are the same. */
export function targetRange({ from, to }: Pick<Target, 'from' | 'to'>): string {
  return from === to
    ? shortPercent(from)
    : `${shortPercent(from).replace('%', '')}–${shortPercent(to)}`;
}

/** "7/9 đơn vị đạt chỉ tiêu 84%": of those that have a figure, where the one asked about has none. */
export function reachedText(target: Target, held: readonly StatementReading[]): string {
  const rates = held.map(publishedRate).filter((rate) => rate !== null);
  const reached = rates.filter((rate) => verdictOn(target, rate) !== 'missed').length;
  return `${String(reached)}/${String(rates.length)} đơn vị đạt chỉ tiêu ${targetRange(target)}`;
}

/** "Vượt chỉ tiêu 40–45% (Quyết định 807/QĐ-UBND)". */
export function targetText(target: Target, rate: KnownRate): string {
  const { from, to, source } = target;
  if (from < to && verdictOn(target, rate) === 'met') {
    return `Từ mức ${shortPercent(from)}, chưa đạt mức ${shortPercent(to)} của chỉ tiêu (${source})`;
  }
  return `${capital(verdictText(target, rate))} ${targetRange(target)} (${target.source})`;
}

/** "Chỉ tiêu 20–25% (Báo cáo 43/BC-UBND)", or each level's own: "Chỉ tiêu: sở, ngành 50–55%; UBND cấp huyện 40–45% …". */
export function orderedText(ordered: readonly Target[]): string {
  const [first] = ordered;
  if (first === undefined) return '';
  if (ordered.length === 1) return `Chỉ tiêu ${targetRange(first)} (${first.source})`;
  const each = ordered.map((one) => `${levelsText(one)} ${targetRange(one)}`.trim());
  return `Chỉ tiêu: ${each.join('; ')} (${first.source})`;
}

function levelsText({ levels }: Target): string {
  return (levels ?? []).map(peersOfLevel).join(', ');
}
