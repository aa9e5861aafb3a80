import type { Directory } from '../agencies/agency.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import { dayOf } from '../clock.ts';
import { type AlertNews, decideAgency, isNews, keyOf } from './decide-agency.ts';
import type { Moment } from './decide.ts';
import { leftToParts } from './explained.ts';
import type { Observation } from './observation.ts';
import { type AlertRules, RULE_KINDS } from './rules.ts';
import type { AlertState } from './state.ts';
import type { Watch } from './watch.ts';
import { watchedAgencies } from './watch.ts';

/** What a chat watches, and what it was told. */
export type WatchingChat = {
  readonly watches: readonly Watch[];
  readonly states: readonly AlertState[];
};

/** What decisions rest on. */
export type AlertWorld = {
  readonly rules: AlertRules;
  readonly directory: Directory;
  readonly calendar: WorkingCalendar;
  readonly now: Temporal.Instant;
};

/** What a chat is told now, the gravest first, and what it has been told afterwards. */
export type ChatDecision = {
  readonly news: readonly AlertNews[];
  readonly states: readonly AlertState[];
  /** Whether anything is to be written down. */
  readonly changed: boolean;
};

/**
 * Decides what a chat is told. Only agencies that are observed are decided on: of what is not known now nothing is said,
 * and what was told of it stays. A total whose parts explain it is left to them; it is told once they do not.
 */
export function decideChat(
  { watches, states }: WatchingChat,
  observations: readonly Observation[],
  world: AlertWorld,
): ChatDecision {
  const watched = watchedAgencies(watches, world.directory);
  const seen = observations.filter(({ agency }) => watched.has(agency));
  // What is no longer watched, or was not for a while, is forgotten: it is told again.
  const known = states.filter((state) => isSince(state, watched.get(state.agency)));
  const told = new Map(known.map((state) => [keyOf(state), state]));
  const moment = momentOf(world);
  const judged = seen.flatMap((observation) =>
    decideAgency(observation, {
      told,
      moment,
      ownLimit: watched.get(observation.agency)?.limit ?? null,
      rules: world.rules,
    }),
  );
  const decided = leftToParts(judged, world);
  for (const { measure, after } of decided) {
    if (after === null) told.delete(keyOf(measure));
    else told.set(keyOf(measure), after);
  }
  const kept = [...told.values()];
  return {
    news: decided.filter(isNews).toSorted(gravestFirst),
    states: kept,
    changed: kept.length !== states.length || kept.some((state) => !states.includes(state)),
  };
}

function isSince({ toldAt }: AlertState, watch: Watch | undefined): boolean {
  return watch !== undefined && Temporal.Instant.compare(toldAt, watch.since) >= 0;
}

function momentOf({ now, rules, calendar }: AlertWorld): Moment {
  const today = dayOf(now);
  // What is told together is told at one moment, and counting days takes longer than all the rest.
  const known = new Map<number, boolean>();
  const isDue = (toldAt: Temporal.Instant) =>
    workingDaysBetween(dayOf(toldAt), today, calendar) >= rules.repeatAfterDays;
  return {
    now,
    isRepeatDue(toldAt) {
      const due = known.get(toldAt.epochMilliseconds) ?? isDue(toldAt);
      known.set(toldAt.epochMilliseconds, due);
      return due;
    },
  };
}

const REASONS = ['first', 'worsened', 'repeatDue', 'recovered'] as const;

const isGood = ({ reason }: AlertNews) => Number(reason === 'recovered');
const ruleAt = ({ measure }: AlertNews) => RULE_KINDS.indexOf(measure.rule);

/** Bad news before good, by the order of the rules, then who has reached most. */
function gravestFirst(a: AlertNews, b: AlertNews): number {
  return (
    isGood(a) - isGood(b) ||
    ruleAt(a) - ruleAt(b) ||
    b.measure.reached - a.measure.reached ||
    REASONS.indexOf(a.reason) - REASONS.indexOf(b.reason) ||
    b.measure.amount.value - a.measure.amount.value
  );
}
