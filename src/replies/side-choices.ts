import type { FormulaAsked } from '../asking/formula-asked.ts';
import { agencyQuestion, exactName, questionText } from '../asking/question-text.ts';
import { comparePeriods } from '../calendar/period-order.ts';
import type { Period } from '../calendar/period.ts';
import type { Metric } from '../figures/metric.ts';
import type { SideOf } from '../queries/sides.ts';
import { periodName } from './period-names.ts';
import type { Block, Choice } from './reply.ts';
import { listed } from './sentence.ts';
import type { SideNames } from './side-names.ts';

/** What every comparison has, whatever is compared. */
type Compared = {
  readonly metric: Metric;
  readonly formula?: FormulaAsked | null;
  readonly sides: readonly Omit<SideOf<unknown>, 'found'>[];
  readonly without: readonly Period[];
};

const MOST_SIDES = 4;

/** What can be asked next: the same comparison in periods for which a side has figures, and each side by itself. */
export function sideChoices(
  { sides, metric, formula = null }: Compared,
  names: Pick<SideNames, 'short'>,
): readonly Choice[] {
  const agencies = [...new Set(sides.map(({ agency }) => exactName(agency)))];
  const lacking = agencies.length < 2 ? [] : sides.flatMap(({ available }) => [available]);
  const others = inCommon(lacking);
  return [
    ...others.slice(0, 2).map((period) => ({
      label: `So sánh ${periodName(period)}`,
      send: questionText('so-sanh', { agencies, metric, formula, periods: [period] }),
    })),
    ...sides.slice(0, MOST_SIDES).map((side) => ({
      label: names.short(side),
      send: agencyQuestion({ metric, formula }, side.agency, side.period),
    })),
  ];
}

/** Periods that all have that have any. */
function inCommon(lacking: readonly (readonly Period[])[]): readonly Period[] {
  const [first = [], ...others] = lacking.filter((available) => available.length > 0);
  const shared = first.filter((period) =>
    others.every((available) => available.some((one) => comparePeriods(one, period) === 0)),
  );
  return shared.length === 0 ? first : shared;
}

/** Years of the span asked for that no side has figures for. */
export function withoutBlocks({ without }: Pick<Compared, 'without'>): readonly Block[] {
  if (without.length === 0) return [];
  return [{ kind: 'note', line: [`Chưa có số liệu: ${listed(without.map(periodName))}.`] }];
}
