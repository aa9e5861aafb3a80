import { completeQuestion } from './complete-question.ts';
import { decideCommand } from './decide-command.ts';
import type { Background, Draft } from './draft.ts';
import { changedQuestion, changesLast, commandForAgency } from './follow-up.ts';
import { levelOfPlace } from './level-of-place.ts';
import { metricFor, metricOf } from './metric-commands.ts';
import type { AgencyMention, CommandName, Question } from './question.ts';
import type { AgencyLookup } from './read-agencies.ts';
import { readSentence, type Sentence, type Unread } from './read-sentence.ts';

/** What was made of a text. A question may still hold mentions that are `ask` or `unknown`. */
export type Understanding =
  | { readonly kind: 'question'; readonly question: Question }
  /** A period that cannot be, as typed. */
  | { readonly kind: 'impossiblePeriod'; readonly text: string }
  /** Never a guess: nothing was recognised, or too little of what was said. */
  | { readonly kind: 'notUnderstood' };

/** What a text is understood with: the agencies there are, and what was talked about. */
export type Hearing = AgencyLookup & Background;

/** Commands whose arguments, if any, say nothing. */
const WITHOUT_ARGUMENTS = new Set(['tro-giup', 'start']);
/** Level words in these are about which agencies, not part of a name. */
const OF_SEVERAL: ReadonlyMap<CommandName, 'ranking' | 'levels'> = new Map([
  ['xep-hang', 'ranking'],
  ['bieu-do', 'levels'],
  ['so-sanh', 'levels'],
]);

/** More unread words than this, and the sentence is about something else. */
const MOST_UNREAD = 8;
const MOST_UNREAD_WITHOUT_AGENCY = 4;
const ABOUT_AGENCY = new Set(['so-sanh', 'dien-bien', 'bieu-do', 'doi-chieu']);
const NOT_UNDERSTOOD: Understanding = { kind: 'notUnderstood' };

/** Understands the arguments of a command. Words that are no agency are asked about, not ignored. */
export function understandCommand(
  command: CommandName,
  typed: string,
  hearing: Hearing,
): Understanding {
  const sentence = readSentence(
    WITHOUT_ARGUMENTS.has(command) ? '' : typed,
    OF_SEVERAL.get(command) ?? 'plain',
    hearing,
  );
  if (sentence.impossiblePeriod !== null) {
    return { kind: 'impossiblePeriod', text: sentence.impossiblePeriod };
  }
  const isNamed = sentence.mentions.length > 0 || sentence.among !== null;
  const unknown = sentence.unread.filter(({ tie }) => tie !== null || !isNamed);
  const { mentions, rest } = withUnknown(sentence, unknown, hearing);
  const passedOver = [rest, otherMetric(command, sentence)]
    .filter((text) => text !== '')
    .join('; ');
  const draft = { command, sentence, mentions, plain: false, continues: false, rest: passedOver };
  return asked(completeQuestion(draft, hearing));
}

/** The metric words that a command of another metric cannot heed: "trực tuyến" in "/tre-han Nha Trang trực tuyến". */
function otherMetric(command: CommandName, { metric, metricText }: Sentence): string {
  return metric === null || metricFor(command, metric) === metric ? '' : metricText;
}

/** Understands a sentence without a slash, in the light of the conversation. */
export function understandPlain(text: string, hearing: Hearing): Understanding {
  const sentence = readPlain(text, hearing);
  if (sentence.impossiblePeriod !== null) {
    return { kind: 'impossiblePeriod', text: sentence.impossiblePeriod };
  }
  const decided = decideCommand(sentence);
  const unknown = unknownIn(sentence, decided, hearing);
  if (unknown === null) return NOT_UNDERSTOOD;
  const draft = {
    sentence,
    plain: true,
    continues: false,
    ...withUnknown(sentence, unknown, hearing),
  };
  if (draft.mentions.length === 0 && changesLast(sentence, decided, hearing.last)) {
    const changed = changedQuestion(draft, hearing);
    return changed === null ? NOT_UNDERSTOOD : asked(changed);
  }
  if (decided !== null) return asked(completeQuestion({ ...draft, command: decided }, hearing));
  return draft.mentions.length === 0 ? NOT_UNDERSTOOD : asked(aboutAgencies(draft, hearing));
}

/** After a ranking a bare level word ("còn xã?") is about another ranking, not about a total. */
function readPlain(text: string, hearing: Hearing): Sentence {
  const sentence = readSentence(text, 'plain', hearing);
  const wasRanking = hearing.last !== null && hearing.last.question.slots.among !== null;
  return wasRanking && sentence.metric === null ? readSentence(text, 'levels', hearing) : sentence;
}

/** Only agencies were named: "Nha Trang thì sao", "còn cấp xã?". */
function aboutAgencies(draft: Omit<Draft, 'command'>, hearing: Hearing): Question {
  const command = commandForAgency(draft.sentence, hearing);
  const mentions = draft.mentions.map((mention) => levelOfPlace(mention, hearing));
  return completeQuestion(
    { ...draft, mentions, command, continues: hearing.last !== null },
    hearing,
  );
}

function asked(question: Question): Understanding {
  return { kind: 'question', question };
}

/**
 * The unread words of a plain sentence that must be an agency nobody knows ("Hà Nội trễ hạn bao nhiêu"); null when
 * too much is unread to claim that the sentence was understood.
 */
function unknownIn(
  sentence: Sentence,
  decided: CommandName | null,
  hearing: Hearing,
): readonly Unread[] | null {
  const { unread, mentions } = sentence;
  const words = unread.flatMap(({ text }) => text.split(/\s+/u)).length;
  if (words === 0) return [];
  const isCertain = mentions.some(({ finding }) => finding.kind !== 'unknown');
  if (words > (isCertain ? MOST_UNREAD : MOST_UNREAD_WITHOUT_AGENCY)) return null;
  if (mentions.length > 0) {
    return decided === null ? null : unread.filter(({ tie }) => tie === 'word');
  }
  if (decided === null) return isName(sentence, hearing) ? unread : null;
  return needsAgency(sentence, decided) ? unread : [];
}

/** "còn Xyz?", or nothing but words close to some name. */
function isName({ unread, acts }: Sentence, { finder, context }: Hearing): boolean {
  if (acts.has('continue')) return true;
  const [only, ...more] = unread;
  const finding = finder.find(only?.text ?? '', context);
  return more.length === 0 && finding.kind === 'unknown' && finding.nearest.length > 0;
}

/** A ranking, a source or a formula can be told without knowing the agency; a rate cannot. */
function needsAgency({ ranks }: Sentence, decided: CommandName): boolean {
  return !ranks && (metricOf(decided) !== null || ABOUT_AGENCY.has(decided));
}

/** The mentions with the unknown ones, and the other unread words. */
function withUnknown(
  { mentions, unread }: Sentence,
  unknown: readonly Unread[],
  { finder, context }: Hearing,
): { readonly mentions: readonly AgencyMention[]; readonly rest: string } {
  const found = unknown.map(({ text }) => ({ text, finding: finder.find(text, context) }));
  const others = unread.filter((one) => !unknown.includes(one));
  return { mentions: [...mentions, ...found], rest: others.map(({ text }) => text).join('; ') };
}
