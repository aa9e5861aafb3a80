import type { Agency } from '../agencies/agency.ts';
import { exactName, questionText } from '../asking/question-text.ts';
import type { AgencyMention, Question } from './question.ts';

/**
 * The question as a command that reads back to the same question about exactly `agency`, for a choice to send. It
 * takes the place of the mention it answers: the one not yet certain, or the one it is another reading of.
 */
export function askText(question: Question, agency: Agency): string {
  const { slots } = question;
  const place = placeOf(slots.agencies, agency);
  const named = slots.agencies.map((mention, at) =>
    at === place ? exactName(agency) : textOf(mention),
  );
  const agencies = place === -1 ? [...named, exactName(agency)] : named;
  return textWith(question, agencies);
}

/** A question whose agencies are certain, as a command that reads back to it without the conversation it came from. */
export function fullText(question: Question): string {
  return textWith(question, question.slots.agencies.map(textOf));
}

/** "Lĩnh vực nào trễ nhất", a line over the years: not said in the words of a ranking, which would make it one. */
function textWith({ command, slots }: Question, agencies: readonly string[]): string {
  const isLine = slots.chart === 'trend';
  const ranks = command === 'xep-hang' || (command === 'bieu-do' && !isLine);
  const asked = ranks ? slots : { ...slots, order: null, top: null };
  const { dueWhen = '' } = slots;
  return `${questionText(command, { ...asked, agencies })} ${dueWhen}`.trim();
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
