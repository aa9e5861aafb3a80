import type { Finding } from '../agencies/finding.ts';
import { type CommandName, COMMANDS, metricFor, metricOf } from '../asking/commands.ts';
import { isImpossible } from '../calendar/period.ts';
import type { Metric } from '../figures/metric.ts';
import { commandMeant } from './command-meant.ts';
import { lastMetric } from './complete-metric.ts';
import { completeQuestion } from './complete-question.ts';
import { isRanking } from './conversations.ts';
import { decideCommand } from './decide-command.ts';
import type { Background, Draft } from './draft.ts';
import { cutDueWhen, withDueWhen } from './due-when.ts';
import { asksWhereToFile } from './filing-asked.ts';
import { changedQuestion, changesLast, commandForAgency } from './follow-up.ts';
import { withFormulaSaid } from './formulas-in.ts';
import { levelOfPlace } from './level-of-place.ts';
import { isNothingSaid } from './nothing-said.ts';
import { asksForPerson } from './person-asked.ts';
import { askedAgain, isOfNobodyMeant, pointedAt } from './pointed-at.ts';
import type { Question } from './question.ts';
import type { AgencyLookup } from './read-agencies.ts';
import { readSentence, type Sentence, type Unread } from './read-sentence.ts';
import { ofNobody, unknownIn, withUnknown } from './unknown-agencies.ts';

/** What was made of a text. A question may still hold mentions that are `ask` or `unknown`. */
export type Understanding =
  | { readonly kind: 'question'; readonly question: Question }
  /** "Tại sao" when nothing has been talked about. */
  | { readonly kind: 'whyWhat' }
  /** "Báo cáo", and neither of whom nor when, and nothing has been talked about. */
  | { readonly kind: 'reportWhat' }
  /** Never a guess: nothing was recognised, or too little of what was said. */
  | { readonly kind: 'notUnderstood' };

/** What a text is understood with: the agencies there are, and what was talked about. */
export type Hearing = AgencyLookup & Background;

const NOT_UNDERSTOOD: Understanding = { kind: 'notUnderstood' };
const UNKNOWN: Finding = { kind: 'unknown', nearest: [] };

/** Understands the arguments of a command. Words that are no agency are asked about, not ignored. */
export function understandCommand(
  command: CommandName,
  typed: string,
  hearing: Hearing,
): Understanding {
  const { sentence, heard } = withPointed(readArguments(command, typed, hearing), hearing);
  const isNamed = sentence.mentions.length > 0 || sentence.among !== null;
  const unknown = sentence.unread.filter(({ tie }) => tie !== null || !isNamed);
  const { mentions, rest } = withUnknown(sentence, unknown, hearing);
  const passedOver = [rest, otherMetric(command, sentence)]
    .filter((text) => text !== '')
    .join('; ');
  const said = commandMeant(command, sentence);
  const draft = { ...said, mentions, plain: false, continues: false, rest: passedOver };
  return asked(completeQuestion(draft, heard));
}

function readArguments(command: CommandName, typed: string, hearing: Hearing): Sentence {
  const { isQuestion, levelWords, right, takesAgency } = COMMANDS[command];
  if (command === 'linh-vuc') return readFieldCommand(typed, hearing);
  const due = cutDueWhen(isQuestion ? typed : '', right === 'dossiers');
  const words = command === 'bieu-do' ? `vẽ biểu đồ ${due.text}` : argumentsOf(command, due.text);
  const sentence = readSentence(words, levelWords, hearing);
  if (takesAgency === 'always' && isNothingSaid(due.text, hearing)) {
    return ofNobody(sentence, due.text, hearing);
  }
  return withOnlinePart(command, withDueWhen(sentence, due));
}

function argumentsOf(command: CommandName, typed: string): string {
  return metricOf(command) === 'overdue' ? withFormulaSaid(typed) : typed;
}

/** A sentence that points at the one that came first, or at several: then people choose; or at nobody. */
function withPointed(
  sentence: Sentence,
  hearing: Hearing,
): { readonly sentence: Sentence; readonly heard: Hearing } {
  const { hearing: heard, open, sentence: pointed } = pointedAt(sentence, hearing);
  const text = sentence.pointer === '' ? (sentence.ours?.text ?? '') : sentence.pointer;
  const nobody = isOfNobodyMeant(sentence, heard) && text !== '' ? UNKNOWN : null;
  const finding = open?.finding ?? nobody;
  if (finding === null) return { sentence: pointed, heard };
  return { sentence: { ...sentence, mentions: [{ text, finding }] }, heard };
}

/** "/ho-so Nha Trang trực tuyến": of the balance it is what came in online, and no rate. */
function withOnlinePart(command: CommandName, sentence: Sentence): Sentence {
  if (command !== 'ho-so' || sentence.metric !== 'online') return sentence;
  return { ...sentence, metric: null, metricText: '', by: 'receivedOnline' };
}

/**
 * What follows /linh-vuc is read as if "lĩnh vực" were said before it. Words that are no field anywhere, with no agency
 * beside them, are an agency that nobody knows.
 */
function readFieldCommand(typed: string, hearing: Hearing): Sentence {
  const sentence = readSentence(`lĩnh vực ${typed}`, 'plain', hearing);
  const { field, mentions } = sentence;
  const isField = field === null || mentions.length > 0;
  return isField || hearing.fields.index.named(field.text).length > 0
    ? sentence
    : readSentence(typed, 'plain', hearing);
}

/** The metric words that a command of another metric cannot heed: "trực tuyến" in "/tre-han Nha Trang trực tuyến". */
function otherMetric(command: CommandName, sentence: Sentence): string {
  const { metric, metricText, by, partText } = sentence;
  if (metric === null || metricFor(command, metric) === metric) return '';
  // Of the balance only the part that was said ("đã giải quyết") is another metric's.
  return metric === 'dossiers' && by !== null ? partText : metricText;
}

/** Understands a sentence without a slash, in the light of the conversation. */
export function understandPlain(text: string, hearing: Hearing): Understanding {
  if (asksWhereToFile(text) || asksForPerson(text)) return NOT_UNDERSTOOD;
  const due = cutDueWhen(text, isOfDossiers(hearing));
  const said = readSentence(due.text, 'plain', hearing);
  const { hearing: heard, open, sentence: pointed } = pointedAt(said, hearing);
  const talked = pointed === said ? inTalk(due.text, said, heard) : pointed;
  const sentence = open === null ? talked : { ...said, mentions: [open] };
  return plainly(withDueWhen(sentence, due), heard);
}

function plainly(sentence: Sentence, talk: Hearing): Understanding {
  const hearing = asksWhatIsBarred(sentence) ? { ...talk, last: null } : talk;
  const decided =
    decideCommand(sentence) ?? aboutTarget(sentence, hearing) ?? aboutNoPeriod(sentence, hearing);
  const unknown = unknownIn(sentence, decided, hearing);
  if (unknown === null || isOfNobodyMeant(sentence, hearing)) return NOT_UNDERSTOOD;
  return ofPlain({ sentence, decided, unknown }, hearing);
}

/** "Trễ hạn bao nhiêu thì không được xếp loại tốt": what is ordered for all has nothing to do with what was talked about. */
function asksWhatIsBarred({ metric, asks }: Sentence): boolean {
  return metric === 'reformIndex' && asks === 'target';
}

function ofPlain(
  {
    sentence,
    decided,
    unknown,
  }: {
    readonly sentence: Sentence;
    readonly decided: CommandName | null;
    readonly unknown: readonly Unread[];
  },
  hearing: Hearing,
): Understanding {
  if (isOfNothing(sentence, hearing)) {
    if (decided === null && sentence.asks === 'why') return { kind: 'whyWhat' };
    if (decided === 'bao-cao') return { kind: 'reportWhat' };
  }
  const draft = {
    sentence,
    plain: true,
    continues: false,
    ...withUnknown(sentence, unknown, hearing),
  };
  if (draft.mentions.length === 0 && changesLast(sentence, decided, hearing.last)) {
    return askedOr(changedQuestion(draft, hearing) ?? pointedAlone(sentence, hearing));
  }
  if (decided !== null) return asked(completeQuestion({ ...draft, command: decided }, hearing));
  return draft.mentions.length === 0 ? NOT_UNDERSTOOD : asked(aboutAgencies(draft, hearing));
}

/** "Huyện đó thế nào", "trung bình bao nhiêu": what was asked, about the one that is pointed at. */
function pointedAlone({ pointer, acts, dueWhen }: Sentence, { last }: Hearing): Question | null {
  if (last === null || isRanking(last)) return null;
  const isPointed = pointer !== '' || acts.has('average') || dueWhen !== undefined;
  return isPointed ? askedAgain(last, dueWhen) : null;
}

/** "Ngày mai?" after a list is about another list. */
function isOfDossiers({ last }: Hearing): boolean {
  return last !== null && COMMANDS[last.question.command].right === 'dossiers';
}

/** Neither an agency nor a period was said, and there is none that the chat or the conversation is about. */
function isOfNothing(
  { mentions, among, periods, unread }: Sentence,
  { last, context }: Hearing,
): boolean {
  const isUnsaid = mentions.length + periods.length + unread.length === 0 && among === null;
  return isUnsaid && last === null && context.home === null;
}

/** "có đạt mục tiêu không" out of the blue: late dossiers of the whole province. */
function aboutTarget(
  { acts, asks, mentions, periods }: Sentence,
  { last, context }: Hearing,
): CommandName | null {
  // Why is asked of the chat's own agency; of the province only with a period: "tại sao chưa có số liệu quý 3".
  const isWhyAsked = context.home !== null || periods.length > 0;
  const isAsked = asks === 'why' ? isWhyAsked : asks !== null || acts.has('standing');
  return isAsked && mentions.length === 0 && last === null ? 'tre-han' : null;
}

/** "Quý 5" out of the blue: that there is none is told with what there is of what is late. */
function aboutNoPeriod({ periods, mentions }: Sentence, { last }: Hearing): CommandName | null {
  const isAlone = mentions.length === 0 && last === null;
  return isAlone && periods.some(isImpossible) ? 'tre-han' : null;
}

/**
 * After a ranking a bare level word ("còn xã?") is about another ranking, not about a total, and a value alone ("trên
 * 3%?") about those beyond it.
 */
function inTalk(text: string, sentence: Sentence, hearing: Hearing): Sentence {
  const { last } = hearing;
  if (last === null || !isRanking(last)) return sentence;
  if (!sentence.ranks && sentence.mentions.length === 0) {
    const sifting = readSentence(text, 'ranking', hearing);
    if (isSifting(sifting)) return { ...sifting, metric: otherThan(lastMetric(last), sifting) };
  }
  return sentence.metric === null ? readSentence(text, 'levels', hearing) : sentence;
}

function isSifting({ only }: Sentence): boolean {
  return only !== null && typeof only !== 'string';
}

/** What is late is said once more in "không có hồ sơ trễ hạn": it asks for no other ranking. */
function otherThan(last: Metric | null, { metric }: Sentence): Metric | null {
  return metric === (last ?? 'overdue') ? null : metric;
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

function askedOr(question: Question | null): Understanding {
  return question === null ? NOT_UNDERSTOOD : asked(question);
}

function asked(question: Question): Understanding {
  return { kind: 'question', question };
}
