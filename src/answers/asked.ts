import type { Agency } from '../agencies/agency.ts';
import type { PeriodAsked } from '../calendar/period.ts';
import type { Question } from '../dialogue/question.ts';
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
  const first = found[0];
  const agency = first?.agency ?? knowledge.directory.province;
  const notes = understoodBlocks({
    agency: understood?.agencyFromConversation === true || first?.by === 'typo' ? agency : null,
    metric: understood?.metricFromConversation === true ? metric : null,
    periodTaken: understood?.periodFromConversation === true,
    unread: slots.rest,
  });
  return {
    agency,
    agencies: found.map((finding) => finding.agency),
    others: first?.others ?? [],
    period: slots.periods[0] ?? null,
    notes,
  };
}
