import type { FormulaAsked } from '../asking/formula-asked.ts';
import type { RateAsk } from '../asking/question-text.ts';
import type { PeriodAsked } from '../calendar/period.ts';
import type { Metric } from '../figures/metric.ts';
import type { RankedBy } from '../figures/tally.ts';
import { uniqueBy } from '../unique-by.ts';
import { averagedNumber, withAverage } from './average.ts';
import { isAgainstPeriod, periodsIn, periodsSaid } from './compared-periods.ts';
import { inDoubt } from './doubtful-name.ts';
import { saysBarred, saysOfficials } from './grade-phrases.ts';
import { askingHidden, withHiddenNames } from './hidden-names.ts';
import { withLevelSides } from './level-sides.ts';
import { hasAct } from './level-words.ts';
import { type NameRun, nameRuns } from './name-runs.ts';
import { type OursSaid, oursSaid, withOurKinds } from './our-own.ts';
import { pairsSaid } from './paired-sides.ts';
import { withoutPlaceOfBranches, withPrintedRow } from './printed-row.ts';
import { withoutScope } from './province-scope.ts';
import type { AgencyMention, Among, Only } from './question.ts';
import { type AgencyLookup, readAgencies, type RunRead } from './read-agencies.ts';
import { readAmong } from './read-among.ts';
import { readAsks } from './read-asks.ts';
import { readBounds, readValue } from './read-bounds.ts';
import { partText, readBy, readRanked } from './read-by.ts';
import { readCuts } from './read-cuts.ts';
import { fieldIn, withField } from './read-field.ts';
import { readMetric } from './read-metric.ts';
import { readOrder } from './read-order.ts';
import { readPieces } from './read-pieces.ts';
import { readWithin } from './read-within.ts';
import type { SentenceKind } from './says-ranking.ts';
import type { Act, ChartWord, FieldRead, OrderWord, Piece } from './sense.ts';

/** Everything a sentence says, before a command is chosen. */
export type Sentence = {
  readonly mentions: readonly AgencyMention[];
  readonly periods: readonly PeriodAsked[];
  /** As many agencies as periods, and each agency was said with the period in its place. */
  readonly isPaired: boolean;
  /** "So với năm 2022": a period is the other side. */
  readonly againstPeriod: boolean;
  /** When dossiers are to be due, or for how long late. */
  readonly dueWhen?: string;
  /** The words that point at an agency talked about ("huyện đó"); empty if none do. */
  readonly pointer: string;
  /** The words for the chat's own agency. */
  readonly ours: OursSaid | null;
  /** "Toàn tỉnh" was said, if only of how far something reaches. */
  readonly ofProvince: boolean;
  readonly metric: Metric | null;
  /** By which formula it is asked; then it is of what is late. */
  readonly formula: FormulaAsked | null;
  /** The words that choose the formula; empty if none do. */
  readonly formulaText: string;
  /** The words that ask what will be; empty if none do. */
  readonly forecastText: string;
  /** The words that name the metric; empty if none do. */
  readonly metricText: string;
  /** Whether it asks who is first or last; over which agencies, if that was said. */
  readonly ranks: boolean;
  readonly among: Among | null;
  /** Over every unit that reports for itself. */
  readonly ofAll: boolean;
  readonly order: OrderWord | null;
  readonly by: RankedBy | null;
  /** The words that ask for a part of what is late; empty if none do. */
  readonly partText: string;
  readonly only: Only | null;
  readonly asks: RateAsk | null;
  /** The words that set a value. */
  readonly boundTexts: readonly string[];
  readonly top: number | null;
  readonly field: FieldRead | null;
  readonly chart: ChartWord | null;
  readonly acts: ReadonlySet<Act>;
  /** "Đang" was said by itself: of what is late that means at this moment. */
  readonly isNow: boolean;
  /** Runs of words nothing could be made of. */
  readonly unread: readonly Unread[];
  /** Words that name no agency, and cannot be heeded either: a second metric, "trên 5%". */
  readonly asides: readonly string[];
};

/** Unread words, and what ties them to a neighbour as if both were agencies ("Nha Trang với …", "Nha Trang, …"). */
export type Unread = { readonly text: string; readonly tie: 'word' | 'comma' | null };

/** A message of nothing but words must not take long; no question is this long. */
const MOST_PIECES = 120;

/** What refuses a grade is ordered for all agencies alike, and puts none of them in order. */
const OF_ALL_ALIKE = { ranks: false, among: null, ofAll: false } as const;

/** Reads a sentence, or the arguments of a command, in whatever order. */
export function readSentence(text: string, kind: SentenceKind, lookup: AgencyLookup): Sentence {
  const cuts = readCuts(text, lookup.directory, (words) => isName(words, lookup));
  const typed = withOurKinds(readPieces(text, cuts.pieces, lookup.names)).slice(0, MOST_PIECES);
  const { pieces: cut, hidden } = withHiddenNames(text, typed, lookup);
  const pieces = withoutPlaceOfBranches(withoutScope(text, withPrintedRow(cut, lookup), lookup));
  const all = withLevelSides({ text, pieces: readBounds(withField(pieces, lookup)), kind }, lookup);
  const among = readAmong(all, kind, lookup);
  const runs = nameRuns(text, withoutTop(among.pieces), lookup.directory.province);
  const isListed = kind === 'levels' || hasAct(all, ['compare', 'difference']);
  const reads = readAgencies(text, { runs, isListed }, lookup).map((run) =>
    askingHidden(inDoubt(run, cuts.doubtful, lookup), hidden),
  );
  const { formula, formulaText } = formulaSaid(all);
  const { metric: named, metricText, others } = readMetric(all);
  const forecastText = forecastSaid(all);
  const isOfLate = formula !== null || forecastText !== '';
  const metric = named ?? (isOfLate ? 'overdue' : averagedNumber(all));
  const mentions = uniqueBy(
    reads.flatMap((run) => run.mentions),
    saidOf,
  );
  const { whom, unheeded } = withAverage(
    readWithin(mentions, among, lookup.directory),
    { pieces: all, kind, metric },
    lookup.directory,
  );
  const asked = { ...whom, ...(all.some(saysBarred) ? OF_ALL_ALIKE : {}) };
  const { ranks } = asked;
  return {
    ...asked,
    ...said(all),
    ...(ranks ? {} : sidesSaid(reads, all)),
    againstPeriod: isAgainstPeriod(all),
    ...pointersSaid(cut),
    by: readBy(all, metric),
    partText: partText(all),
    ...(ranks ? readRanked(all, metric) : { metric, only: readValue(all) }),
    asks: ranks ? null : readAsks(all),
    boundTexts: all
      .filter(({ sense, text: words }) => sense?.kind === 'bound' && /\d/u.test(words))
      .map(({ text: words }) => words),
    formula,
    formulaText,
    forecastText,
    metricText,
    field: fieldIn(all),
    unread: unreadOf(reads),
    asides: [...asides(all, metric), ...others, ...unheeded],
  };
}

function formulaSaid(pieces: readonly Piece[]): Pick<Sentence, 'formula' | 'formulaText'> {
  const piece = pieces.find(({ sense }) => sense?.kind === 'formula');
  return piece?.sense?.kind === 'formula'
    ? { formula: piece.sense.formula, formulaText: piece.text }
    : { formula: null, formulaText: '' };
}

function forecastSaid(pieces: readonly Piece[]): string {
  const words = pieces.filter(({ sense }) => sense?.kind === 'act' && sense.act === 'forecast');
  return words.map(({ text }) => text).join(' ');
}

function pointersSaid(pieces: readonly Piece[]): Pick<Sentence, 'pointer' | 'ours' | 'ofProvince'> {
  return {
    pointer: pieces.find(pointsAtOne)?.text ?? '',
    ours: oursSaid(pieces),
    ofProvince: pieces.some(saysProvince),
  };
}

function pointsAtOne({ sense }: Piece): boolean {
  return sense?.kind === 'act' && sense.act === 'thisOne';
}

function saysProvince({ sense, folded }: Piece): boolean {
  return sense?.kind === 'province' || (sense === null && folded === 'tinh');
}

/** "Toàn tỉnh Khánh Hòa" names one agency twice; what is not certain is asked about each time. */
function saidOf(mention: AgencyMention): unknown {
  return mention.finding.kind === 'found' ? mention.finding.agency.id : mention;
}

function said(pieces: readonly Piece[]) {
  const senses = pieces.flatMap(({ sense }) => (sense === null ? [] : [sense]));
  return {
    periods: periodsIn(pieces),
    isPaired: false,
    order: readOrder(pieces),
    top: topOf(pieces),
    chart: senses.find((sense) => sense.kind === 'chart')?.chart ?? null,
    isNow: pieces.some(({ sense, folded }) => sense?.kind === 'filler' && folded === 'dang'),
    acts: new Set(senses.flatMap((sense) => (sense.kind === 'act' ? [sense.act] : []))),
  };
}

/** Whom and when: as they were said together, or each agency in each period. */
function sidesSaid(reads: readonly RunRead[], pieces: readonly Piece[]) {
  const pairs = pairsSaid(reads, pieces);
  return pairs === null ? { periods: periodsSaid(pieces) } : { ...pairs, isPaired: true };
}

function isName(words: string, { finder, context }: AgencyLookup): boolean {
  return finder.readName(words, context) !== null;
}

/** "top 5", or a number before what is counted: "5 xã trễ hạn nhiều nhất". */
function topOf(pieces: readonly Piece[]): number | null {
  // "Đứng thứ mấy trong 8 huyện" is about one of them.
  if (hasAct(pieces, ['place'])) return null;
  const top = pieces.find(({ sense }) => sense?.kind === 'top');
  if (top?.sense?.kind === 'top') return top.sense.top;
  const counted = pieces.find((_, at) => isCount(pieces, at));
  return counted === undefined ? null : Number(counted.text);
}

function isCount(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at];
  const next = pieces[at + 1];
  if (piece === undefined || next === undefined || piece.sense !== null) return false;
  if (!/^[1-9]\d?$/u.test(piece.text)) return false;
  const counts = next.sense?.kind === 'level' || next.sense?.kind === 'which';
  return counts || /^(don vi|co quan|dia phuong)/u.test(next.folded);
}

function withoutTop(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.filter((_, at) => !isCount(pieces, at));
}

function unreadOf(reads: readonly RunRead[]): readonly Unread[] {
  return reads.flatMap(({ unread, mentions, joint }, at) => {
    if (unread === '') return [];
    const next = reads[at + 1]?.joint ?? 'break';
    return [{ text: unread, tie: mentions.length === 0 ? tieOf(joint, next) : null }];
  });
}

function asides(pieces: readonly Piece[], metric: Metric | null): readonly string[] {
  const aside = pieces.filter(({ sense }) => sense?.kind === 'aside');
  const unheeded = metric === 'reformIndex' ? aside.filter((one) => !saysOfficials(one)) : aside;
  return unheeded.map(({ text }) => text);
}

function tieOf(before: NameRun['joint'], after: NameRun['joint']): Unread['tie'] {
  if (before === 'word' || after === 'word') return 'word';
  return before === 'comma' || after === 'comma' ? 'comma' : null;
}
