import type { Period } from '../calendar/period.ts';
import type { Doubt } from '../queries/doubts.ts';
import type { FindingCode } from '../snapshots/finding.ts';
import { findingText } from './finding-text.ts';
import { count } from './numbers.ts';
import { shortPeriodName } from './period-names.ts';
import type { Block } from './reply.ts';

/** Findings told in full before the others are only counted: a warning is to be read, the whole list is in /doi-chieu. */
const TOLD = 2;

/** Totals that their units do not add up to, which some replies tell in words of their own. */
export const TOTAL_CODES: readonly FindingCode[] = ['childrenDoNotAddUp', 'leavesDoNotAddUp'];

/** The one warning of a reply about an agency: "Số liệu chưa khớp: … (chi tiết: /doi-chieu)." */
export function doubtBlocks(
  doubts: readonly Doubt[],
  except: readonly FindingCode[] = [],
): readonly Block[] {
  const left = doubts.filter(({ finding }) => !except.includes(finding.code));
  return warning(
    left.map(({ finding }) => findingText(finding)),
    'điểm',
  );
}

/** The one warning of a reply about several figures, each told by its name with the first thing that is wrong with it. */
export function namedDoubtBlocks(
  doubts: readonly Doubt[],
  nameOf: (doubt: Doubt) => string,
): readonly Block[] {
  const groups = Map.groupBy(doubts, nameOf);
  const texts = [...groups].flatMap(([name, [first]]) =>
    first === undefined ? [] : [`${name} — ${findingText(first.finding)}`],
  );
  return warning(texts, 'số khác');
}

/** The same for what stands side by side. */
export function sideDoubts({ sides, doubts }: Sides): readonly Block[] {
  const isOnePeriod = new Set(sides.map(({ period }) => period?.to.toString())).size < 2;
  return namedDoubtBlocks(doubts, ({ agency, period }) =>
    isOnePeriod ? agency.shortName : `${agency.shortName} ${shortPeriodName(period)}`,
  );
}

type Sides = {
  readonly sides: readonly { readonly period: Period | null }[];
  readonly doubts: readonly Doubt[];
};

function warning(texts: readonly string[], unit: string): readonly Block[] {
  if (texts.length === 0) return [];
  const rest = texts.length - TOLD;
  const more = rest > 0 ? ` và ${count(rest)} ${unit} nữa` : '';
  const words = `Số liệu chưa khớp: ${texts.slice(0, TOLD).join('; ')}${more} (chi tiết: /doi-chieu).`;
  return [{ kind: 'warning', line: [words] }];
}
