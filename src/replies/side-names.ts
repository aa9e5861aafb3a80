import { periodKey } from '../calendar/periods.ts';
import type { SideOf } from '../queries/sides.ts';
import { periodName, shortPeriodName } from './period-names.ts';
import { capital } from './sentence.ts';

type Side = Pick<SideOf<unknown>, 'agency' | 'period'>;

/** How the sides of a comparison are told apart; what all of them share is said once. */
export type SideNames = {
  /** In a sentence: "UBND thành phố Nha Trang", "Năm 2023", or both. */
  readonly full: (side: Side) => string;
  /** In a headline, on a chart, on a button. */
  readonly short: (side: Side) => string;
  /** ", năm 2023" or ", UBND thành phố Nha Trang"; empty when nothing is shared. */
  readonly shared: string;
  readonly oneAgency: boolean;
  readonly onePeriod: boolean;
};

/** Names by agency, by period, or by both: no side is ever named by less than what sets it apart. */
export function sideNames(sides: readonly Side[]): SideNames {
  const oneAgency = new Set(sides.map(({ agency }) => agency.id)).size === 1;
  const onePeriod = new Set(sides.map(({ period }) => period && periodKey(period))).size === 1;
  const first = sides[0];
  const told = (name: string, when: string | null) => {
    if (when === null || onePeriod) return name;
    return oneAgency ? capital(when) : `${name}, ${when}`;
  };
  return {
    full: ({ agency, period }) => told(agency.name, period && periodName(period)),
    short: ({ agency, period }) =>
      told(agency.shortName, period && (oneAgency ? periodName(period) : shortPeriodName(period))),
    shared: sharedText(first, { oneAgency, onePeriod }),
    oneAgency,
    onePeriod,
  };
}

function sharedText(
  first: Side | undefined,
  { oneAgency, onePeriod }: Pick<SideNames, 'oneAgency' | 'onePeriod'>,
): string {
  if (first === undefined) return '';
  if (onePeriod) return first.period === null ? '' : `, ${periodName(first.period)}`;
  return oneAgency ? `, ${first.agency.name}` : '';
}
