import { type Agency, AgencyId, type Directory } from '../agencies/agency.ts';
import { exactIdsIn } from '../asking/question-text.ts';
import type { AcknowledgementStore } from '../audience/acknowledgements.ts';
import type { Asker } from '../audience/asker.ts';
import { dossierView } from '../audience/rights.ts';
import type { DueKnowledge } from '../queries/due-knowledge.ts';

/** What groups need to answer their lists. */
export type ListAnswers = {
  readonly due: DueKnowledge;
  readonly acknowledgements: AcknowledgementStore;
};

/**
 * The agency whose list is meant by what a chat says to it: the one a button names, or the chat's own; null when there
 * is none, or the chat may see nothing of it.
 */
export function whoseList({ words, standing }: Asker, directory: Directory): Agency | null {
  const named = exactIdsIn(words)[0]?.id ?? standing.agency ?? '';
  if (!directory.has(named)) return null;
  const agency = directory.get(AgencyId.parse(named));
  return dossierView(standing, agency.id, directory) === null ? null : agency;
}

/** What was said besides the agency. */
export function withoutAgency(words: string): string {
  const [named] = exactIdsIn(words);
  const left = named === undefined ? words : words.slice(0, named.start) + words.slice(named.end);
  return left.trim();
}
