import type { Agency } from '../agencies/agency.ts';
import { branchOf } from '../agencies/place.ts';
import {
  agencyNamed,
  type FieldFound,
  longestKnown,
  nameBefore,
  nameBehind,
  type Stretch,
  textOf,
} from './field-stretch.ts';
import type { AgencyLookup } from './read-agencies.ts';
import type { Act, Piece } from './sense.ts';

/** A single word ("đất", "hoạt") says no field unless "lĩnh vực" does. */
const FEWEST_WORDS = 2;

/** Deeds that a field beside a name does not stand in the way of. */
const QUIET: ReadonlySet<Act> = new Set<Act>(['continue']);
const RANKING = new Set(['order', 'most', 'top', 'anyone', 'blocks', 'bound', 'link']);

/** Words of a known field where nobody said "lĩnh vực". */
export function meantField(pieces: readonly Piece[], lookup: AgencyLookup): FieldFound | null {
  if (pieces.some((piece) => isOtherQuestion(piece))) return null;
  for (const [from, piece] of pieces.entries()) {
    if (!maySayField(piece, lookup)) continue;
    const length = longestKnown(pieces, from, lookup);
    const stretch = { from, to: from + length };
    const words = textOf(pieces.slice(from, stretch.to));
    const last = pieces[stretch.to - 1];
    if (words.split(' ').length < FEWEST_WORDS || last === undefined) continue;
    if (!maySayField(last, lookup)) continue;
    return besideName(pieces, stretch, lookup);
  }
  return null;
}

/** "Doanh nghiệp" is a word of any question; only where fields are talked about it is one. */
function maySayField({ sense, folded }: Piece, { fields }: AgencyLookup): boolean {
  const isFree = sense === null || (fields.isTalk && sense.kind === 'filler');
  return isFree && folded.split(' ').every((word) => fields.index.hasWord(word));
}

function isOtherQuestion({ sense }: Piece): boolean {
  if (sense?.kind === 'act') return !QUIET.has(sense.act);
  return sense !== null && RANKING.has(sense.kind);
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
  if (name.length === 0) return alone(stretch, words, lookup);
  const whole = before.length > 0 ? `${textOf(before)} ${words}` : `${words} ${textOf(after)}`;
  if (finder.readWithPlace(whole, context) !== null) return null;
  const agency = name.length === 1 ? certainIn(name) : null;
  const named = agency ?? agencyNamed(textOf(name), lookup);
  return named === null ? null : ofAgency({ stretch, words, agency: named }, lookup);
}

/** "Đất đai thế nào?" where an agency is talked about, or in its chat. */
function alone(stretch: Stretch, words: string, lookup: AgencyLookup): FieldFound | null {
  const { about } = lookup.fields;
  if (about === null) return null;
  const bearing = agencyNamed(words, lookup);
  if (bearing === null) return ofAgency({ stretch, words, agency: about }, lookup);
  const isKnown = lookup.fields.index.named(words, about.id).length > 0;
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

/** The office of a place whose name has these words: "chi nhánh đất đai Nha Trang". */
function officeOf(agency: Agency, words: string, lookup: AgencyLookup): Agency | null {
  const office = branchOf(lookup.directory, agency.id);
  const named = agencyNamed(`chi nhánh ${words} ${agency.shortName}`, lookup);
  return office !== null && named?.id === office.id ? office : null;
}

function certainIn([only]: readonly Piece[]): Agency | null {
  return only?.sense?.kind === 'agency' ? only.sense.agency : null;
}

/** "của", "ở" between a field and whose it is. */
function behindLinks(pieces: readonly Piece[], from: number): number {
  const at = pieces.findIndex(({ sense }, index) => index >= from && sense?.kind !== 'of');
  return at === -1 ? pieces.length : at;
}
