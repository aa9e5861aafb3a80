import type { Agency } from '../agencies/agency.ts';
import { branchOf } from '../agencies/place.ts';
import {
  agencyNamed,
  type FieldFound,
  longestKnown,
  mayBeInName,
  nameBefore,
  nameBehind,
  type Stretch,
  textOf,
} from './field-stretch.ts';
import { hasAct } from './level-words.ts';
import type { AgencyLookup } from './read-agencies.ts';
import type { Act, Piece } from './sense.ts';

/** A single word ("đất", "hoạt") says no field unless "lĩnh vực" does. */
const FEWEST_WORDS = 2;

const BUSINESS = 'doanh nghiep';
const PEOPLE = /^(?:nguoi dan|cong dan|to chuc|ca nhan|cua)$/u;
const PEOPLE_DO = /^(?:nop|gui|phai nop|hai long|danh gia|phan anh|cham)$/u;

/** Deeds that a field beside a name does not stand in the way of. */
const QUIET: ReadonlySet<Act> = new Set<Act>(['continue']);
const RANKING = new Set(['order', 'most', 'top', 'anyone', 'blocks', 'bound']);
const RANKING_ACTS: readonly Act[] = ['rank', 'place'];

/**
 * Words of a known field where nobody said "lĩnh vực". Where something else is asked than what is late, they only matter
 * if they may be a land office.
 */
export function meantField(pieces: readonly Piece[], lookup: AgencyLookup): FieldFound | null {
  if (hasAct(pieces, RANKING_ACTS) || pieces.some(isRanking)) return null;
  const stretch = fieldStretch(pieces, (piece) => maySayField(piece, lookup), lookup);
  const found = stretch === null ? ofBusiness(pieces, lookup) : besideName(pieces, stretch, lookup);
  const isOther = pieces.some((piece) => isOtherQuestion(piece));
  return isOther && (found?.rival ?? null) === null ? null : found;
}

function fieldStretch(
  pieces: readonly Piece[],
  maySay: (piece: Piece, at: number) => boolean,
  lookup: AgencyLookup,
): Stretch | null {
  for (const [from, piece] of pieces.entries()) {
    if (!maySay(piece, from)) continue;
    const to = from + longestKnown(pieces, from, lookup);
    const last = pieces[to - 1];
    const words = textOf(pieces.slice(from, to)).split(' ').length;
    const isWhole = words >= FEWEST_WORDS && last !== undefined;
    if (isWhole && maySay(last, to - 1)) return { from, to };
  }
  return null;
}

/** "Hồ sơ doanh nghiệp sở KHĐT": an everyday word that names a field of the very agency that is asked about. */
function ofBusiness(pieces: readonly Piece[], lookup: AgencyLookup): FieldFound | null {
  const stretch = fieldStretch(
    pieces,
    (piece, at) =>
      maySayField(piece, lookup) || (piece.folded === BUSINESS && !areApplicants(pieces, at)),
    lookup,
  );
  const found = stretch === null ? null : besideName(pieces, stretch, lookup);
  return found?.isSaid === true ? null : found;
}

/** "Người dân, doanh nghiệp", "doanh nghiệp nộp": those who come with dossiers. */
function areApplicants(pieces: readonly Piece[], at: number): boolean {
  const [before, after] = [pieces[at - 1], pieces[at + 1]];
  return PEOPLE.test(before?.folded ?? '') || PEOPLE_DO.test(after?.folded ?? '');
}

function isRanking({ sense }: Piece): boolean {
  return sense !== null && RANKING.has(sense.kind);
}

function isOtherQuestion({ sense }: Piece): boolean {
  if (sense?.kind === 'act') return !QUIET.has(sense.act);
  if (sense?.kind === 'metric') return !sense.weak && sense.metric !== 'overdue';
  return sense?.kind === 'link';
}

/** "Doanh nghiệp" is a word of any question; only where fields are talked about it is one. */
function maySayField({ sense, folded }: Piece, { fields }: AgencyLookup): boolean {
  const isFree = sense === null || (fields.isTalk && sense.kind === 'filler');
  return isFree && folded.split(' ').every((word) => fields.index.hasWord(word));
}

function besideName(
  pieces: readonly Piece[],
  stretch: Stretch,
  lookup: AgencyLookup,
): FieldFound | null {
  const { finder, context } = lookup;
  const words = textOf(pieces.slice(stretch.from, stretch.to));
  const before = nameBefore(pieces, stretch.from);
  const after = nameBehind(pieces, behindLinks(pieces, stretch.to));
  if (before.length > 0 && after.length > 0) return null;
  const name = [...before, ...after];
  if (name.length === 0) return alone(pieces, stretch, lookup);
  const whole = before.length > 0 ? `${textOf(before)} ${words}` : `${words} ${textOf(after)}`;
  if (finder.readWithPlace(whole, context) !== null) return null;
  const agency = certainIn(name) ?? agencyMeant(textOf(name), lookup);
  return agency === null ? null : ofAgency({ stretch, words, agency }, lookup);
}

/** "Đất đai thế nào?" where an agency is talked about, or in its chat. */
function alone(
  pieces: readonly Piece[],
  stretch: Stretch,
  lookup: AgencyLookup,
): FieldFound | null {
  const words = textOf(pieces.slice(stretch.from, stretch.to));
  const others = [...pieces.slice(0, stretch.from), ...pieces.slice(stretch.to)];
  if (others.some((piece) => mayBeInName(piece) || isOtherQuestion(piece))) return null;
  const { about, index } = lookup.fields;
  const bearing = agencyNamed(words, lookup);
  // Of nobody: whose it is will be asked.
  if (about === null) return bearing === null ? { stretch, isSaid: true, rival: null } : null;
  if (bearing === null) return ofAgency({ stretch, words, agency: about }, lookup);
  const isKnown = index.named(words, about.id).length > 0;
  return isKnown ? { stretch, isSaid: false, rival: bearing } : null;
}

/** The field of an agency, or its land office by these words; null where it has neither. */
function ofAgency(
  { stretch, words, agency }: { stretch: Stretch; words: string; agency: Agency },
  lookup: AgencyLookup,
): FieldFound | null {
  const { index, about, isTalk } = lookup.fields;
  const isKnown = index.named(words, agency.id).length > 0;
  // Of the agency whose fields are talked about it is one, be it that there are no figures of it.
  const isGoneOn = isTalk && about?.id === agency.id;
  const rival = isGoneOn ? null : officeOf(agency, words, lookup);
  return isGoneOn || isKnown || rival !== null ? { stretch, isSaid: false, rival } : null;
}

/** The office of a place whose name has these words: "chi nhánh đất đai Nha Trang", "văn phòng đất đai tỉnh". */
function officeOf(agency: Agency, words: string, lookup: AgencyLookup): Agency | null {
  if (agency.level === 'province') {
    const ofProvince = agencyNamed(`văn phòng ${words} tỉnh`, lookup);
    return ofProvince?.level === 'branch' ? ofProvince : null;
  }
  const office = branchOf(lookup.directory, agency.id);
  const named = agencyNamed(`chi nhánh ${words} ${agency.shortName}`, lookup);
  return office !== null && named?.id === office.id ? office : null;
}

function certainIn([only, ...more]: readonly Piece[]): Agency | null {
  return only?.sense?.kind === 'agency' && more.length === 0 ? only.sense.agency : null;
}

/** Also with a slip in its name, which the answer tells. */
function agencyMeant(text: string, { finder, context }: AgencyLookup): Agency | null {
  const finding = finder.find(text, context);
  return finding.kind === 'found' ? finding.agency : null;
}

/** "của", "ở" between a field and whose it is. */
function behindLinks(pieces: readonly Piece[], from: number): number {
  const at = pieces.findIndex(({ sense }, index) => index >= from && sense?.kind !== 'of');
  return at === -1 ? pieces.length : at;
}
