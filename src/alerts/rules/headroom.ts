import { periodKey } from '../../calendar/periods.ts';
import { headroom } from '../../figures/headroom.ts';
import { overdueAmount } from './overdue-rate.ts';
import { compared, QUARTER, type Rule } from './rule.ts';

/** Few more late dossiers and the first limit is reached: how many are left, beside how many are late. */
export const HEADROOM: Rule = {
  kind: 'headroom',
  // Where few are handled little room is left from the start, and nothing has gone wrong yet: it counts once half of what
  // the limit allows is used up.
  reaches: ({ value, of: late }, most) => value <= most && late >= value,
  holds: ({ value, of: late }, most) =>
    value <= most + Math.ceil(most / QUARTER) && late * 2 >= value,
  worseIs: 'less',
  addsUp: false,
  partOfRate: true,
  // There is more room as soon as more is handled.
  endsSilently: true,
  judge(seen, { rules, limits: [first] }) {
    const rate = overdueAmount(seen, rules);
    if (seen.figures === null || rate === null) return [];
    const { counts, period } = seen.figures;
    const isReached = compared(rate, first) >= 0;
    const room = isReached ? 0 : headroom(counts, first, rules.formula);
    if (room === null) return [];
    const amount = { value: room, of: rate.value };
    return [{ period: periodKey(period), amount, bounds: rules.headroom }];
  },
};
