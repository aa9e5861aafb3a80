import type { Agency } from '../agencies/agency.ts';
import type { PeriodAsked } from '../calendar/period.ts';
import type { Question, UnderstoodFrom } from '../dialogue/question.ts';
import type { Metric } from '../figures/metric.ts';
import type { Knowledge } from '../queries/knowledge.ts';
import type { Block } from '../replies/reply.ts';
import { understoodBlocks } from '../replies/understood-note.ts';

/** The parts of a question that most answers need, defaults filled in. */
export type Asked = {
  /** The agency named first, or the whole province. */
  readonly agency: Agency;
  readonly agencies: readonly Agency[];
  /** Other readings of the same words. */
  readonly others: readonly Agency[];
  readonly period: PeriodAsked | null;
  /** Says how the question was understood, when anything was guessed; empty otherwise. */
  readonly notes: readonly Block[];
};

/** Reads a question whose agencies are certain. No agency named means the whole province. */
export function askedIn(knowledge: Knowledge, question: Question, metric: Metric | null): Asked {
  const { slots, understood } = question;
  const found = slots.agencies.flatMap(({ finding }) =>
    finding.kind === 'found' ? [finding] : [],
  );
  const first = found[0] ?? { agency: knowledge.directory.province, others: [], by: 'exact' };
  const taken = understood ?? NOTHING_TAKEN;
  const notes = understoodBlocks({
    agency: taken.agencyFromConversation || first.by === 'typo' ? first.agency : null,
    metric: taken.metricFromConversation ? metric : null,
    periodTaken: taken.periodFromConversation,
    unread: slots.rest,
  });
  return {
    agency: first.agency,
    agencies: found.map((finding) => finding.agency),
    others: first.others,
    period: slots.periods[0] ?? null,
    notes,
  };
}

const NOTHING_TAKEN: UnderstoodFrom = {
  agencyFromConversation: false,
  metricFromConversation: false,
  periodFromConversation: false,
  plain: false,
};
