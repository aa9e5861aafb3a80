import { type Agency, AgencyId, type Directory } from '../agencies/agency.ts';
import type { AgencyFinder } from '../agencies/finding.ts';
import { meantToday } from '../agencies/meant-today.ts';
import { placeOfCommune } from '../agencies/place.ts';
import type { SilentRule } from '../alerts/silent-rules.ts';
import { exactIdsIn, exactName } from '../asking/question-text.ts';
import type { AudienceStore } from '../audience/store.ts';
import { type Clock, dayOf } from '../clock.ts';
import { dialogueReplies } from '../replies/dialogue-replies.ts';
import type { BotNames } from '../replies/in-group.ts';
import type { Reply } from '../replies/reply.ts';
import type { Overfull } from './monthly-limit.ts';

/** What commands about chats and what they are sent need. */
export type Reception = {
  readonly audience: AudienceStore;
  readonly directory: Directory;
  readonly finder: AgencyFinder;
  readonly clock: Clock;
  /** Without it nothing limits how much is sent. */
  readonly overfull?: Overfull;
  /** What alerts would be thought to tell and cannot, on a day; without it nothing. */
  readonly silentRules?: (day: Temporal.PlainDate) => readonly SilentRule[];
  /** Without it commands reach the bot everywhere as they are. */
  readonly botNames?: BotNames;
};

/** The agency that a command names, and the others that bear the name. */
export type NamedAgency = { readonly agency: Agency; readonly others: readonly Agency[] };

/**
 * The agency behind a command whose words are no question but about what is to be: of those that bear a name the one
 * that exists today. If there is doubt, the reply that asks; `again` says the command anew for a name.
 */
export function namedAgency(
  { finder, directory, clock }: Pick<Reception, 'finder' | 'directory' | 'clock'>,
  name: string,
  again: (name: string) => string,
): NamedAgency | { readonly reply: Reply } {
  const id = exactIdsIn(name).at(-1)?.id ?? '';
  if (directory.has(id)) return { agency: directory.get(AgencyId.parse(id)), others: [] };
  const finding = meantToday(finder.find(name, { home: null }), dayOf(clock.now()));
  if (finding.kind === 'found' && finding.by !== 'typo') return finding;
  const choice = (agency: Agency) => ({
    agency,
    place: placeOfCommune(directory, agency),
    send: again(exactName(agency)),
  });
  switch (finding.kind) {
    case 'found':
      return { reply: dialogueReplies.whichAgency(name, [choice(finding.agency)]) };
    case 'ask':
      return { reply: dialogueReplies.whichAgency(name, finding.candidates.map(choice)) };
    case 'unknown':
      return { reply: dialogueReplies.unknownAgency(name, finding.nearest.map(choice)) };
  }
}
