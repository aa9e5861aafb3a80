import * as z from 'zod';

import type { AgencyId } from '../agencies/agency.ts';
import type { PeriodKey } from '../calendar/period.ts';
import type { Amount } from './measure.ts';
import { RULE_KINDS, type RuleKind } from './rules.ts';

/** A rule by name, as stores keep it. */
export const RuleName = z.enum(RULE_KINDS);

/** An alert that a chat was told of and that is not over; what is over leaves no state. */
export type AlertState = {
  readonly rule: RuleKind;
  readonly agency: AgencyId;
  readonly period: PeriodKey | null;
  /** The gravest bound it was told to have reached. */
  readonly bound: number;
  /** What was told last. */
  readonly amount: Amount;
  readonly since: Temporal.Instant;
  readonly toldAt: Temporal.Instant;
  /** Somebody said that it has been seen: it is not repeated until it grows worse. */
  readonly acknowledgedAt: Temporal.Instant | null;
};
