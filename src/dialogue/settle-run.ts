import type { Directory, Level } from '../agencies/agency.ts';
import type { Finding } from '../agencies/finding.ts';
import { communeGroupOf, isAllCommunes } from '../agencies/place.ts';
import { couldBelongToName } from './name-neighbours.ts';
import { type NamePart, textOf } from './name-runs.ts';
import type { NameWords } from './name-words.ts';
import type { AgencyMention } from './question.ts';

/** Successive words of a run: a name, or one word that is in no name. */
export type Named = {
  readonly parts: readonly NamePart[];
  readonly mention: AgencyMention | null;
};

/** What tells which names belong together. */
type SettledBy = { readonly names: NameWords; readonly directory: Directory };

/** The agencies of a run and the words left over. */
export type RunSettled = { readonly mentions: readonly AgencyMention[]; readonly unread: string };

/**
 * Words beside a name that could belong to it make it another name ("Cam Ranh Bắc" is not Cam Ranh): then the
 * agency is offered, not answered.
 */
export function settleRun(
  text: string,
  found: readonly Named[],
  { names, directory }: SettledBy,
): RunSettled {
  const taken = new Set<Named>();
  const mentions = found.flatMap((named, at) => {
    const { mention, parts } = named;
    if (mention === null || taken.has(named)) return [];
    const next = found[at + 1];
    const both = next === undefined ? null : ofBoth(mention, next, directory);
    if (next !== undefined && both !== null) {
      taken.add(next);
      return [{ text: textOf(text, [...parts, ...next.parts]), finding: both }];
    }
    const beside = wordsBeside(found, at, (part) => couldBelongToName(part, names));
    if (beside.length === 0) return [mention];
    for (const other of beside) taken.add(other);
    const all = [...parts, ...beside.flatMap((other) => other.parts)];
    const inOrder = all.sort((left, right) => left.start - right.start);
    return [{ text: textOf(text, inOrder), finding: offered(mention.finding) }];
  });
  const left = found.filter((named) => named.mention === null && !taken.has(named));
  return {
    mentions,
    unread: textOf(
      text,
      left.flatMap(({ parts }) => parts),
    ),
  };
}

/** What two names mean with nothing said in between; null for two agencies. */
function ofBoth(mention: AgencyMention, next: Named, directory: Directory): Finding | null {
  return (
    ownOfLevel(mention, next) ??
    officeIn(mention, next) ??
    officeOfProvince(mention, next) ??
    communesOf(mention, next, directory)
  );
}

/**
 * "Công an Nha Trang", "Sở Y tế Ninh Thuận": with nothing said in between, an office of the province and a place are
 * one name, of an office nobody reports for; and not two agencies to be compared.
 */
function officeIn({ finding }: AgencyMention, { mention }: Named): Finding | null {
  if (finding.kind !== 'found' || mention?.finding.kind !== 'found') return null;
  const [office, place] = [finding.agency, mention.finding.agency];
  const isOffice = OFFICES.has(office.level) && PLACES.has(place.level);
  return isOffice ? { kind: 'unknown', nearest: [office, place] } : null;
}

/** "Nha Trang cấp huyện", "Sở Y tế cấp tỉnh": with nothing said in between the agency of that level, beside no block. */
function ownOfLevel({ finding }: AgencyMention, { mention }: Named): Finding | null {
  if (finding.kind !== 'found' || mention?.finding.kind !== 'found') return null;
  const sides = [finding.agency, mention.finding.agency] as const;
  const block = sides.find(({ level }) => level === 'group');
  const own = sides.find(({ level }) => level === block?.memberLevel);
  if (block === undefined || own === undefined || block.district !== undefined) return null;
  return { kind: 'found', agency: own, by: 'level', others: [] };
}

/** "Sở Y tế toàn tỉnh" is that office; "xây dựng toàn tỉnh" may be meant of everybody: people choose. */
function officeOfProvince({ finding, text }: AgencyMention, { mention }: Named): Finding | null {
  if (finding.kind !== 'found' || mention?.finding.kind !== 'found') return null;
  const [office, province] = [finding.agency, mention.finding.agency];
  if (office.level !== 'department' || province.level !== 'province') return null;
  return OFFICE_WORD.test(text)
    ? { kind: 'found', agency: office, by: 'level', others: [] }
    : { kind: 'ask', candidates: [office, province] };
}

/** "Ninh Hòa cấp xã": with nothing said in between, the communes of that district, and not it beside all communes. */
function communesOf(
  { finding }: AgencyMention,
  { mention }: Named,
  directory: Directory,
): Finding | null {
  if (finding.kind !== 'found' || mention?.finding.kind !== 'found') return null;
  const sides = [finding.agency, mention.finding.agency] as const;
  const district = sides.find(({ level }) => level === 'district');
  const isOfCommunes = sides.some((agency) => isAllCommunes(directory, agency));
  const group =
    district === undefined || !isOfCommunes ? null : communeGroupOf(directory, district.id);
  return group === null ? null : { kind: 'found', agency: group, by: 'level', others: [] };
}

const OFFICE_WORD = /^s(?:ở|o|[A-ZĐ])|^ban\s|^văn|^vp/iu;
const OFFICES: ReadonlySet<Level> = new Set<Level>(['department', 'verticalSector']);
const PLACES: ReadonlySet<Level> = new Set<Level>(['district', 'commune', 'group']);

/** The unbroken row of words on either side of a name that could belong to it. */
function wordsBeside(
  found: readonly Named[],
  at: number,
  belongs: (part: NamePart) => boolean,
): readonly Named[] {
  const isBeside = ({ mention, parts }: Named) => mention === null && parts.every(belongs);
  const after = found.slice(at + 1);
  const end = after.findIndex((named) => !isBeside(named));
  const before = found.slice(0, at);
  return [
    ...before.slice(before.findLastIndex((named) => !isBeside(named)) + 1),
    ...after.slice(0, end === -1 ? after.length : end),
  ];
}

function offered(finding: Finding): Finding {
  if (finding.kind === 'found') return { kind: 'unknown', nearest: [finding.agency] };
  const nearest = finding.kind === 'ask' ? finding.candidates.slice(0, 3) : finding.nearest;
  return { kind: 'unknown', nearest };
}
