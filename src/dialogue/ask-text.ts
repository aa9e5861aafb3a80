import type { Agency } from '../agencies/agency.ts';
import { exactName, questionText } from '../asking/question-text.ts';
import type { AgencyMention, Question } from './question.ts';

/**
 * The question as a command that reads back to the same question about exactly `agency`, for a choice to send. It
 * takes the place of the mention it answers: the one not yet certain, or the one it is another reading of.
 */
export function askText({ command, slots }: Question, agency: Agency): string {
  const place = placeOf(slots.agencies, agency);
  const named = slots.agencies.map((mention, at) =>
    at === place ? exactName(agency) : textOf(mention),
  );
  const agencies = place === -1 ? [...named, exactName(agency)] : named;
  return questionText(command, { ...slots, agencies });
}

/** A question whose agencies are certain, as a command that reads back to it without the conversation it came from. */
export function fullText({ command, slots }: Question): string {
  return questionText(command, { ...slots, agencies: slots.agencies.map(textOf) });
}

function placeOf(mentions: readonly AgencyMention[], agency: Agency): number {
  const open = mentions.findIndex(({ finding }) => finding.kind !== 'found');
  if (open !== -1) return open;
  const other = mentions.findIndex(
    ({ finding }) => finding.kind === 'found' && finding.others.some(({ id }) => id === agency.id),
  );
  return other === -1 && mentions.length === 1 ? 0 : other;
}

function textOf({ text, finding }: AgencyMention): string {
  return finding.kind === 'found' ? exactName(finding.agency) : text;
}
