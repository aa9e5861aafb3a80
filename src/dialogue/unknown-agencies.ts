import { nearestIn } from '../agencies/finding.ts';
import { type CommandName, COMMANDS } from '../asking/commands.ts';
import { saysCause } from './outside-causes.ts';
import type { AgencyMention } from './question.ts';
import type { AgencyLookup } from './read-agencies.ts';
import type { Sentence, Unread } from './read-sentence.ts';

/** More unread words than this, and the sentence is about something else. */
const MOST_UNREAD = 8;
const MOST_UNREAD_WITHOUT_AGENCY = 4;
/** "hồ sơ" alone is in many sentences that ask nothing of the bot. */
const MOST_UNREAD_WITH_DOSSIERS = 2;

/**
 * The unread words of a plain sentence that must be an agency nobody knows ("Hà Nội trễ hạn bao nhiêu"); null when
 * too much is unread to claim that the sentence was understood.
 */
export function unknownIn(
  sentence: Sentence,
  decided: CommandName | null,
  lookup: AgencyLookup,
): readonly Unread[] | null {
  const { unread, mentions } = sentence;
  const words = unread.flatMap(({ text }) => text.split(/\s+/u)).length;
  if (words === 0) return [];
  if (words > mostUnread(sentence, decided)) return null;
  if (mentions.length > 0) {
    return decided === null ? null : unread.filter(({ tie }) => tie === 'word');
  }
  if (decided === null) return isName(sentence, lookup) ? unread : null;
  if (!needsAgency(sentence, decided)) return [];
  return unread.filter((one) => hasLetters(one) && !isCause(one, lookup));
}

/** "Đô Vinh" without marks is a name. */
function isCause({ text }: Unread, { finder, context }: AgencyLookup): boolean {
  return saysCause(text) && finder.find(text, context).kind === 'unknown';
}

/** "Tại sao lệch 5.229": a number by itself is the name of nobody. */
function hasLetters({ text }: Unread): boolean {
  return /\p{L}/u.test(text);
}

function mostUnread({ mentions, metricText }: Sentence, decided: CommandName | null): number {
  if (mentions.some(({ finding }) => finding.kind !== 'unknown')) return MOST_UNREAD;
  const isVague = decided === 'ho-so' && metricText === '';
  return isVague ? MOST_UNREAD_WITH_DOSSIERS : MOST_UNREAD_WITHOUT_AGENCY;
}

/** "còn Xyz?", or nothing but words close to some name. */
function isName({ unread, acts, ranks }: Sentence, { finder, context }: AgencyLookup): boolean {
  if (acts.has('continue')) return true;
  const [only, ...more] = unread;
  if (ranks || more.length > 0) return false;
  const finding = finder.find(only?.text ?? '', context);
  return finding.kind === 'unknown' && finding.nearest.length > 0;
}

/** A ranking, a source or a formula can be told without knowing the agency; a rate cannot. */
function needsAgency({ ranks }: Sentence, decided: CommandName): boolean {
  return !ranks && COMMANDS[decided].needsAgency;
}

/** Words that say nothing ("anh ai") ask for no ranking; whoever they are near to is offered, and never answered. */
export function ofNobody(
  sentence: Sentence,
  text: string,
  { finder, context }: AgencyLookup,
): Sentence {
  const near = finder.find(text, context);
  const nearest = finder.suggest(text, nearestIn(near));
  const finding = near.kind === 'ask' ? near : { kind: 'unknown' as const, nearest };
  const mentions = [{ text, finding }];
  return { ...sentence, mentions, ranks: false, among: null, ofAll: false, unread: [] };
}

/** The mentions with the unknown ones, and all other words that were not heeded. */
export function withUnknown(
  { mentions, unread, asides }: Sentence,
  unknown: readonly Unread[],
  { finder, context }: AgencyLookup,
): { readonly mentions: readonly AgencyMention[]; readonly rest: string } {
  const found = unknown.map(({ text }) => {
    const finding = finder.find(text, context);
    if (finding.kind !== 'unknown') return { text, finding };
    const nearest = finder.suggest(text, finding.nearest);
    return { text, finding: { ...finding, nearest } };
  });
  const others = unread.filter((one) => !unknown.includes(one)).map(({ text }) => text);
  return {
    mentions: [...mentions, ...found],
    rest: [...others, ...asides].filter((words) => words.trim() !== '').join('; '),
  };
}
