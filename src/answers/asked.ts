import type { Agency } from '../agencies/agency.ts';
import { existsOn } from '../agencies/existence.ts';
import type { Finding } from '../agencies/finding.ts';
import { placeOfCommune } from '../agencies/place.ts';
import { totalOf } from '../agencies/total-of.ts';
import { formulaFor } from '../asking/formula-asked.ts';
import {
  type Period,
  type PeriodAsked,
  type PossiblePeriod,
  isImpossible,
} from '../calendar/period.ts';
import { resolvePeriod } from '../calendar/resolve-period.ts';
import { dayOf } from '../clock.ts';
import type { Question, Slots, UnderstoodFrom } from '../dialogue/question.ts';
import type { Metric, OverdueFormula } from '../figures/metric.ts';
import type { Knowledge } from '../queries/knowledge.ts';
import type { Block } from '../replies/reply.ts';
import {
  existingThenBlock,
  existingTodayBlock,
  leftOutBlocks,
  NOT_OF_RECEIVED,
  orderBlock,
  understoodBlocks,
} from '../replies/understood-note.ts';
import { uniqueBy } from '../unique-by.ts';

type Found = Extract<Finding, { readonly kind: 'found' }>;

/** How an agency is found that was not named as such. */
const GUESSES: ReadonlySet<Found['by']> = new Set<Found['by']>(['typo', 'total']);

/** The parts of a question that most answers need, defaults filled in. */
export type Asked = {
  /** The agency named first, the total over the level named, or the whole province. */
  readonly agency: Agency;
  readonly agencies: readonly Agency[];
  /** Other readings of the same words. */
  readonly others: readonly Agency[];
  readonly period: PeriodAsked | null;
  /** The one a rate is asked by; null: the default, and what else is published. */
  readonly formula: OverdueFormula | null;
  /** Says how the question was understood, when anything was guessed; empty otherwise. */
  readonly notes: readonly Block[];
  /** The same for an answer that is about one agency: says which of those named it leaves out. */
  readonly notesOnFirst: readonly Block[];
};

/**
 * Reads a question whose agencies are certain. A level alone ("các huyện") means the total over it, nothing named the
 * whole province.
 */
export function askedIn(knowledge: Knowledge, question: Question, metric: Metric | null): Asked {
  const { slots, understood } = question;
  const found = slots.agencies.flatMap(({ finding }) =>
    finding.kind === 'found' ? [finding] : [],
  );
  const first = found[0] ?? { agency: meantByLevel(knowledge, slots), others: [], by: 'exact' };
  const taken = understood ?? NOTHING_TAKEN;
  const notes = understoodBlocks({
    // With periods of their own each stands beside each of them.
    agencies: uniqueBy(
      guessed(takenBy(question), found).map(({ agency }) => agency),
      ({ id }) => id,
    ),
    metric: taken.metricFromConversation ? metric : null,
    // Of sides with periods of their own the answer itself names each.
    periods:
      taken.periodFromConversation && !slots.isPaired
        ? periodsTaken(knowledge, slots.periods)
        : null,
    unread: slots.rest,
  });
  const settled = found.slice(manyTaken(taken));
  const existing = settled.flatMap((finding) => existingThen(knowledge, finding));
  const formula = slots.formula === 'ofReceived' ? [NOT_OF_RECEIVED] : [];
  const order = taken.orderFromMetric && slots.metric !== null ? [orderBlock(slots.metric)] : [];
  return {
    agency: first.agency,
    agencies: found.map((finding) => finding.agency),
    others: first.others,
    period: slots.periods[0] ?? null,
    formula: formulaFor(slots.formula),
    notes: [...notes, ...existing, ...formula, ...order],
    notesOnFirst: [
      ...notes,
      ...existing,
      ...formula,
      ...leftOutBlocks(found.slice(1).map(({ agency }) => agency)),
    ],
  };
}

/** Asked again of all sides of a comparison, the answer names each. */
function takenBy({ command, slots, understood }: Question): UnderstoodFrom {
  const taken = understood ?? NOTHING_TAKEN;
  return command === 'so-sanh' && slots.asks !== null
    ? { ...taken, agencyFromConversation: false }
    : taken;
}

function meantByLevel({ directory }: Knowledge, { among }: Slots): Agency {
  if (among === null || among.level === 'any') return directory.province;
  return totalOf(directory, { ...among, level: among.level }) ?? directory.province;
}

/**
 * Read out of a slip of the pen, a total for some of it, or taken from the conversation; a ranking taken from it is of no
 * one agency.
 */
function guessed<F extends Pick<Found, 'by'>>(
  taken: UnderstoodFrom,
  found: readonly F[],
): readonly F[] {
  return found.filter(({ by }, at) => GUESSES.has(by) || at < manyTaken(taken));
}

/** How many of the agencies, from the first on, were taken from the conversation. */
function manyTaken({
  agencyFromConversation,
  agenciesFromConversation = 1,
}: UnderstoodFrom): number {
  return agencyFromConversation ? agenciesFromConversation : 0;
}

/** Says which one was meant because it alone existed in the period, and who bears its name today. */
function existingThen(
  { directory, clock }: Knowledge,
  { agency, by, others }: Found,
): readonly Block[] {
  const placed = (one: Agency) => ({ agency: one, place: placeOfCommune(directory, one) });
  if (by === 'today') return [existingTodayBlock(placed(agency))];
  if (by !== 'period') return [];
  const today = dayOf(clock.now());
  const current = others.filter((one) => existsOn(one, today));
  return [existingThenBlock(placed(agency), current.map(placed))];
}

/** The periods by name, when each says its own year; otherwise only the figures tell which they are. */
function periodsTaken(
  { clock }: Knowledge,
  periods: readonly PeriodAsked[],
): readonly Period[] | 'asBefore' {
  const today = dayOf(clock.now());
  const named = periods.flatMap((asked) =>
    isNamed(asked) ? [resolvePeriod(asked, { today, year: today.year })] : [],
  );
  return named.length === periods.length && named.length > 0 ? named : 'asBefore';
}

function isNamed(asked: PeriodAsked): asked is PossiblePeriod {
  if (asked.kind === 'relative' || isImpossible(asked)) return false;
  if (asked.kind === 'years') return asked.span !== null;
  return asked.kind === 'range' || asked.year !== null;
}

const NOTHING_TAKEN: UnderstoodFrom = {
  agencyFromConversation: false,
  metricFromConversation: false,
  periodFromConversation: false,
  orderFromMetric: false,
  plain: false,
};
