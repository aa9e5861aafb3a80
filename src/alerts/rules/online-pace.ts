import { periodKey } from '../../calendar/periods.ts';
import { compared, ofEnough, type Rule } from './rule.ts';

/** Fewer of the new dossiers come online than the target asks for. */
export const ONLINE_PACE: Rule = {
  kind: 'onlinePace',
  reaches: (amount, target) => compared(amount, target) < 0,
  holds: (amount, target, { margin }) => compared(amount, target + margin) < 0,
  worseIs: 'less',
  addsUp: true,
  partOfRate: false,
  endsSilently: false,
  judge({ figures }, { rules }) {
    const online = figures?.online ?? null;
    if (!rules.online || figures === null || online === null) return [];
    const { numerator, denominator } = online.rate;
    const amount = ofEnough({ value: Number(numerator), of: Number(denominator) }, rules);
    if (amount === null) return [];
    return [{ period: periodKey(figures.period), amount, bounds: [online.target.from] }];
  },
};
