import type { AgencyId, Directory } from '../agencies/agency.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import { dayOf } from '../clock.ts';
import { decide, type Decided, type Moment, silently, type Told } from './decide.ts';
import { leftToParts } from './explained.ts';
import { type Measure, measuresOf } from './measure.ts';
import type { Observation } from './observation.ts';
import { type AlertRules, limitsFor, RULE_KINDS, type RuleKind } from './rules.ts';
import { RULES } from './rules/all.ts';
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

type Subject = { readonly measure: Measure; readonly observation: Observation };
type Decision = Decided & Subject;

/** One thing a chat is told. */
export type AlertNews = Told & Subject;

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
      world,
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

type Judging = {
  readonly told: ReadonlyMap<string, AlertState>;
  readonly moment: Moment;
  readonly ownLimit: number | null;
  readonly world: AlertWorld;
};

function decideAgency(
  observation: Observation,
  { told, moment, ownLimit, world: { rules } }: Judging,
): readonly Decision[] {
  const limits = limitsFor(rules, observation.agency, ownLimit);
  const measures = measuresOf(observation, rules, limits);
  const meant = RULE_KINDS.flatMap((rule) => {
    const ofRule = measures.filter((measure) => measure.rule === rule);
    return ofPeriodTold(ofRule, told.get(keyOf({ rule, agency: observation.agency }))) ?? [];
  });
  const decided = meant.map((measure): Decision => {
    const stated = decide(told.get(keyOf(measure)) ?? null, measure, moment);
    return { ...stated, measure, observation };
  });
  const rate = decided.find(({ measure }) => measure.rule === 'overdueRate');
  // Also when the rate has just recovered: its line tells how much room there is.
  const isRateNews = rate !== undefined && (rate.after !== null || rate.reason !== 'nothingNew');
  return decided.map((one): Decision => {
    const { partOfRate, endsSilently } = RULES[one.measure.rule];
    const isPart = isRateNews && partOfRate;
    const isSilent = one.reason === 'recovered' && endsSilently;
    if (!isPart && !isSilent) return one;
    const after = silently(told.get(keyOf(one.measure)) ?? null, one.measure, moment);
    return { ...one, reason: 'nothingNew', after };
  });
}

function isNews(decision: Decision): decision is AlertNews {
  return decision.reason !== 'nothingNew';
}

/**
 * Of periods that run side by side one is told of: the first to end that reaches something. It is stayed with until it is
 * clearly over or something nearer is reached; a year that goes the way of its quarter is no news beside it.
 */
function ofPeriodTold(
  measures: readonly Measure[],
  told: AlertState | undefined,
): Measure | undefined {
  const nearest = measures.findIndex(({ reached }) => reached > 0);
  const known = measures.findIndex(({ period }) => period === told?.period);
  const isHeld = (measures[known]?.held ?? 0) > 0;
  if (nearest === -1 || (isHeld && known < nearest)) return measures[Math.max(known, 0)];
  return measures[nearest];
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

/** One alert of a chat: a rule of an agency. */
function keyOf({ rule, agency }: { readonly rule: RuleKind; readonly agency: AgencyId }): string {
  return `${rule} ${agency}`;
}

const REASONS = ['first', 'worsened', 'repeatDue', 'recovered'] as const;

/** Bad news before good, by the order of the rules, then who has reached most. */
function gravestFirst(a: AlertNews, b: AlertNews): number {
  const isGood = ({ reason }: AlertNews) => Number(reason === 'recovered');
  const ruleAt = ({ measure }: AlertNews) => RULE_KINDS.indexOf(measure.rule);
  return (
    isGood(a) - isGood(b) ||
    ruleAt(a) - ruleAt(b) ||
    b.measure.reached - a.measure.reached ||
    REASONS.indexOf(a.reason) - REASONS.indexOf(b.reason) ||
    b.measure.amount.value - a.measure.amount.value
  );
}
