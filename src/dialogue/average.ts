import type { Directory } from '../agencies/agency.ts';
import { totalOf } from '../agencies/total-of.ts';
import type { Metric } from '../figures/metric.ts';
import { hasAct } from './level-words.ts';
import type { AgencyMention, Among } from './question.ts';
import { readAsks } from './read-asks.ts';
import { readBy } from './read-by.ts';
import type { WithinRead } from './read-within.ts';
import type { SentenceKind } from './says-ranking.ts';
import type { Piece, Sense } from './sense.ts';

/** Whom a sentence is about, and the words for an average that cannot be heeded. */
export type AverageRead = { readonly whom: WithinRead; readonly unheeded: readonly string[] };

/** What a sentence with an average in it was read as. */
type Said = {
  readonly pieces: readonly Piece[];
  readonly kind: SentenceKind;
  readonly metric: Metric | null;
};

/**
 * "Trung bình các huyện" asks for one rate: that of all their dossiers together, which the total over them has. With
 * "nào", "nhất", "cao hơn trung bình" it is the agencies that are asked for, and of a number or over several periods
 * nobody knows an average: then that word is told to be not understood.
 */
export function withAverage(whom: WithinRead, said: Said, directory: Directory): AverageRead {
  const words = said.pieces.filter(isAverage).map(({ text }) => text);
  if (words.length === 0) return { whom: ofTargetOrSum(whom, said, directory), unheeded: [] };
  if (isOfPeriods(said.pieces) || isOfNumber(said)) return { whom, unheeded: words };
  if (!whom.ranks) return { whom, unheeded: [] };
  const total = asksForAgencies(said, whom) ? null : totalAsked(whom, directory);
  return total === null ? { whom, unheeded: words } : { whom: together(whom, total), unheeded: [] };
}

/**
 * "Chỉ tiêu trực tuyến các sở": all of a level have one target, and "tổng cộng các huyện trễ bao nhiêu" is of them all:
 * no rankings of them.
 */
function ofTargetOrSum(whom: WithinRead, said: Said, directory: Directory): WithinRead {
  const isOfAll = readAsks(said.pieces) === 'target' || asksSum(said);
  if (!whom.ranks || !isOfAll || asksForAgencies(said, whom)) return whom;
  const total = totalAsked(whom, directory);
  return total === null ? whom : together(whom, total);
}

/** A ranking by a number tells the sum by itself. */
function asksSum(said: Said): boolean {
  const isSaid = said.pieces.some(
    ({ sense, folded }) => sense?.kind === 'filler' && SUM.test(folded),
  );
  return isSaid && !isOfNumber(said);
}

function together({ mentions }: WithinRead, total: AgencyMention): WithinRead {
  return { mentions: [...mentions, total], ranks: false, among: null, ofAll: false };
}

/** "Số hồ sơ trung bình mỗi huyện" is about all dossiers, where nothing else is named. */
export function averagedNumber(pieces: readonly Piece[]): Metric | null {
  return pieces.some(isAverage) && readBy(pieces, null) === 'count' ? 'dossiers' : null;
}

function isAverage({ sense }: Piece): boolean {
  return sense?.kind === 'act' && sense.act === 'average';
}

/** "Trung bình các năm", "trung bình từ 2020 đến 2023". */
function isOfPeriods(pieces: readonly Piece[]): boolean {
  const periods = pieces.filter(({ sense }) => sense?.kind === 'period');
  const isOfYears = periods.some(
    ({ sense }) => sense?.kind === 'period' && sense.asked.kind === 'years',
  );
  return hasAct(pieces, ['trend']) || isOfYears || periods.length > 1;
}

function isOfNumber({ pieces, metric }: Said): boolean {
  const by = readBy(pieces, metric);
  return metric === 'dossiers' || (by !== null && by !== 'rate');
}

const FOR_AGENCIES: ReadonlySet<Sense['kind']> = new Set(['which', 'order', 'most', 'top']);
const SUM = /^(?:tong cong|tong cong lai|cong lai)$/u;
const WHICH_UNIT = /(?:^ai| nao)$/u;
const BEYOND = /^(?:tren|duoi|hon|vuot|vuot qua)$/u;

/** "Huyện nào trên trung bình", "các huyện cao hơn bình quân"; but "Nha Trang cao hơn trung bình các huyện" has two sides. */
function asksForAgencies({ pieces, kind }: Said, { mentions }: WithinRead): boolean {
  if (kind === 'ranking' || hasAct(pieces, ['rank', 'place'])) return true;
  const isForThem = pieces.some(
    ({ sense, folded }) =>
      (sense !== null && FOR_AGENCIES.has(sense.kind)) ||
      (sense?.kind === 'anyone' && WHICH_UNIT.test(folded)),
  );
  return isForThem || (mentions.length === 0 && isBound(pieces));
}

/** What is held against the average: "trên trung bình", "thấp hơn mức bình quân". */
function isBound(pieces: readonly Piece[]): boolean {
  const before = pieces.slice(0, pieces.findIndex(isAverage));
  const last = before.findLast(({ sense, folded }) => sense?.kind !== 'filler' || folded === 'hon');
  return last !== undefined && (BEYOND.test(last.folded) || hasAct([last], ['compare']));
}

function totalAsked({ among, ofAll }: WithinRead, directory: Directory): AgencyMention | null {
  const agency = ofAll ? directory.province : among === null ? null : totalIn(among, directory);
  if (agency === null) return null;
  const isMore = ofAll || among?.type !== null;
  const by = isMore ? 'total' : 'exact';
  return { text: agency.name, finding: { kind: 'found', agency, by, others: [] } };
}

function totalIn({ level, within }: Among, directory: Directory) {
  return level === 'any' || level === 'group' ? null : totalOf(directory, { level, within });
}
