import { periodKey } from '../../calendar/periods.ts';
import { AGAINST_LIMITS, type Judged, ofEnough, type Rule } from './rule.ts';

/** The rate of late dossiers is going to reach a limit by the end of a period; one for each period that runs. */
export const FORECAST: Rule = {
  kind: 'forecast',
  ...AGAINST_LIMITS,
  addsUp: false,
  partOfRate: true,
  endsSilently: false,
  judge({ dossiers }, { rules, limits }) {
    if (!rules.forecast) return [];
    return (dossiers?.forecasts ?? []).flatMap(({ period, forecast }): readonly Judged[] => {
      const amount = ofEnough({ value: forecast.overdue, of: forecast.handled }, rules);
      return amount === null ? [] : [{ period: periodKey(period), amount, bounds: limits }];
    });
  },
};
