import { bare } from '../vietnamese/fold.ts';
import type { Sentence } from './read-sentence.ts';

/** A text without the words that say when dossiers are due or for how long they are late, and those words. */
export type DueWhen = {
  readonly text: string;
  /** As typed; empty if there are none. */
  readonly when: string;
  /** "Quá hạn trên 10 ngày": only a list of dossiers can tell. */
  readonly isOfLate: boolean;
};

const EDGE = String.raw`(?<![\p{L}\p{N}])`;
const END = String.raw`(?![\p{L}\p{N}])`;
const WEEK = 'tuan (?:nay|sau|toi|truoc)';
const DAYS = [
  '(?:ngay |sang |chieu )?mai',
  'ngay (?:kia|mot)',
  `(?:(?:dau|cuoi|trong) )?${WEEK}`,
  '(?:cuoi|trong) tuan',
  `(?:sang |chieu )?thu (?:hai|ba|tu|nam|sau|bay|[2-7])(?: ${WEEK})?`,
  `chu nhat(?: ${WEEK})?`,
  String.raw`(?:ngay )?\d{1,2}/\d{1,2}(?:/\d{4})?`,
].join('|');
const LONG = String.raw`(?:(?:tren|qua|hon|duoi|tu|it nhat|toi da|khoang|trong|trong vong) )?\d{1,3} (?:ngay|tuan)(?: (?:lam viec|toi|nua|tro len|tro xuong|roi|truoc))*`;
const ANY_TIME = new RegExp(`${EDGE}(?:(?:vao|truoc|den|trong) )?(?:${DAYS}|${LONG})${END}`, 'gu');
const HOW_LONG = new RegExp(`${EDGE}${LONG}${END}`, 'gu');
/** Lists count these apart, and are not narrowed to them either: the words stay, and are told. */
const STATES = '(?:dang )?(?:tam dung|cho (?:bo sung|nop phi|dong phi))';
const PAUSED = new RegExp(`${EDGE}${STATES}${END}`, 'u');
const DUE_SOON = new RegExp(
  `${EDGE}(?:(?:den|toi|het|gan het|sap qua) (?:han|hen)|(?:phai|hen|can) tra|${STATES})${END}`,
  'u',
);
const LATE = new RegExp(`${EDGE}(?:(?:qua|tre) (?:han|hen)|tre)${END}`, 'u');
/** "Từ ngày 15/6 đến ngày 14/9" is a period of a report. */
const SPAN = /\d{1,2}\/\d{1,2}(?:\/\d{4})?\s*(?:den|-|–)\s*(?:ngay\s*)?\d{1,2}\/\d{1,2}/u;

/** Cuts them out of what is asked of dossiers; everything else keeps its periods. */
export function cutDueWhen(text: string, isOfDossiers: boolean): DueWhen {
  const typed = text.normalize('NFC');
  const folded = bare(typed);
  const isSoon = isOfDossiers || DUE_SOON.test(folded);
  if ((!isSoon && !LATE.test(folded)) || SPAN.test(folded))
    return { text, when: '', isOfLate: false };
  const found = Array.from(folded.matchAll(isSoon ? ANY_TIME : HOW_LONG), spanOf);
  const paused = PAUSED.exec(folded);
  const when = [...found, ...(paused === null ? [] : [spanOf(paused)])]
    .map(({ start, end }) => typed.slice(start, end))
    .join(', ');
  const left = found.reduceRight(
    (rest, { start, end }) => rest.slice(0, start) + rest.slice(end),
    typed,
  );
  return { text: left, when, isOfLate: !isSoon && when !== '' };
}

function spanOf(match: RegExpExecArray) {
  return { start: match.index, end: match.index + match[0].length };
}

/** A sentence as it was said, with those words. */
export function withDueWhen(sentence: Sentence, { when, isOfLate }: DueWhen): Sentence {
  if (when === '') return sentence;
  if (!isOfLate || sentence.ranks) return { ...sentence, dueWhen: when };
  const acts = new Set([...sentence.acts, 'overdueNow' as const]);
  return { ...sentence, acts, metric: null, metricText: '', dueWhen: when };
}
