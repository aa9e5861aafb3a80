import type { RuleKind } from '../rules.ts';
import { FORECAST } from './forecast.ts';
import { HEADROOM } from './headroom.ts';
import { LONG_OVERDUE } from './long-overdue.ts';
import { ONLINE_PACE } from './online-pace.ts';
import { OVERDUE_RATE } from './overdue-rate.ts';
import { PENDING_RISE } from './pending-rise.ts';
import type { Rule } from './rule.ts';

/** What chats can be warned of, by its name. */
export const RULES: Readonly<Record<RuleKind, Rule>> = {
  overdueRate: OVERDUE_RATE,
  forecast: FORECAST,
  headroom: HEADROOM,
  longOverdue: LONG_OVERDUE,
  onlinePace: ONLINE_PACE,
  pendingRise: PENDING_RISE,
};
