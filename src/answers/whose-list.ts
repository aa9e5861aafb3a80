import { type Agency, AgencyId, type Directory } from '../agencies/agency.ts';
import { exactIdsIn } from '../asking/question-text.ts';
import type { AcknowledgementStore } from '../audience/acknowledgements.ts';
import type { Asker } from '../audience/asker.ts';
import { sentView } from '../audience/rights.ts';
import type { DueKnowledge } from '../queries/due-knowledge.ts';
import { morningReplies } from '../replies/morning-reply.ts';
import type { Reply } from '../replies/reply.ts';

/** What groups need to answer their lists. */
export type ListAnswers = {
  readonly due: DueKnowledge;
  readonly acknowledgements: AcknowledgementStore;
};

/**
 * The agency whose list is meant by what a chat says to it: the one a button names, or the chat's own; the refusal when
 * there is none, or it is the list of another chat.
 */
export function whoseList(
  asker: Asker,
  directory: Directory,
): { readonly agency: Agency } | { readonly reply: Reply } {
  const { words, standing } = asker;
  const own = standing.agency === null ? null : directory.get(standing.agency);
  const named = exactIdsIn(words)[0]?.id ?? own?.id ?? '';
  if (!directory.has(named)) return { reply: morningReplies.whoseList(own, asker) };
  const agency = directory.get(AgencyId.parse(named));
  return sentView(standing, agency.id, directory) === null
    ? { reply: morningReplies.notYourList({ agency, own }, asker) }
    : { agency };
}

/** What was said besides the agency. */
export function withoutAgency(words: string): string {
  const [named] = exactIdsIn(words);
  const left = named === undefined ? words : words.slice(0, named.start) + words.slice(named.end);
  return left.trim();
}
