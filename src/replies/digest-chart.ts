import type { Digest } from '../queries/digest.ts';
import type { DueUnit } from '../queries/units-below.ts';
import type { ChartBar, ChartRequest } from './chart-request.ts';
import { doubtTexts, listSourceText } from './due-words.ts';
import { momentWords } from './moment-words.ts';
import { count } from './numbers.ts';
import { firstNames } from './ranking-blocks.ts';

const MOST_BARS = 10;
/** So many that hold half of it are a finding; more are not. */
const MOST_FEW = 3;

/** The units with the most overdue dossiers; null when there are not two of them to set side by side. */
export function digestChart({ agency, list, parts }: Digest): ChartRequest | null {
  const late = parts.filter(({ counts }) => counts.overdue > 0);
  if (late.length < 2) return null;
  const shown = late.slice(0, MOST_BARS);
  const among =
    late.length > MOST_BARS ? ` (${count(MOST_BARS)} trong ${count(late.length)} đơn vị)` : '';
  return {
    kind: 'ranking',
    title: titleOf(late),
    subtitle: `${agency.name}: hồ sơ đang quá hạn, đến hạn hôm nay, lúc ${momentWords(list.now)}${among}`,
    source: sourceOf(list),
    bars: shown.map(barOf),
    limit: null,
  };
}

/** "3 đơn vị chiếm 60/120 hồ sơ quá hạn" where a few have half of it or more, else who has the most. */
function titleOf(late: readonly DueUnit[]): string {
  const sum = sumOf(late);
  const few = late.findIndex((_, at) => 2 * sumOf(late.slice(0, at + 1)) >= sum) + 1;
  const [first] = late;
  if (first === undefined) return '';
  if (few > MOST_FEW || late[few - 1]?.counts.overdue === late[few]?.counts.overdue) {
    return `${mostNames(late)} nhiều\u00a0nhất: ${count(first.counts.overdue)} hồ sơ quá hạn`;
  }
  const who = few === 1 ? first.agency.shortName : `${count(few)} đơn vị`;
  return `${who} chiếm ${count(sumOf(late.slice(0, few)))}/${count(sum)} hồ sơ quá hạn`;
}

/** Whoever shares the first place. */
function mostNames(late: readonly DueUnit[]): string {
  const placeOf = ({ counts }: DueUnit) =>
    late.findIndex((other) => other.counts.overdue === counts.overdue) + 1;
  return firstNames(late.map((part) => ({ agency: part.agency, place: placeOf(part) })));
}

function sumOf(some: readonly DueUnit[]): number {
  return some.reduce((sum, { counts }) => sum + counts.overdue, 0);
}

function barOf({ agency, counts: { overdue, today } }: DueUnit): ChartBar {
  return {
    label: agency.shortName,
    value: overdue,
    valueLabel: count(overdue),
    detail: today === 0 ? '' : `hôm nay ${count(today)}`,
    marked: false,
  };
}

/** Charts are passed on alone: what makes figures doubtful goes with them. */
function sourceOf(list: Digest['list']): string {
  return [listSourceText(list) ?? '', ...doubtTexts(list)].join(' · ');
}
