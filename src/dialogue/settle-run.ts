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
    if (next !== undefined && isOfficeIn(mention, next)) {
      taken.add(next);
      return [officeIn(mention, textOf(text, [...parts, ...next.parts]), next.mention)];
    }
    const communes = next === undefined ? null : communesOf(mention, next, directory);
    if (next !== undefined && communes !== null) {
      taken.add(next);
      return [{ text: textOf(text, [...parts, ...next.parts]), finding: communes }];
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

/**
 * "Công an Nha Trang", "Sở Y tế Ninh Thuận": with nothing said in between, an office of the province and a place are
 * one name, of an office nobody reports for; and not two agencies to be compared.
 */
function isOfficeIn({ finding }: AgencyMention, { mention }: Named): boolean {
  if (finding.kind !== 'found' || mention?.finding.kind !== 'found') return false;
  const isOffice = OFFICES.has(finding.agency.level);
  return isOffice && PLACES.has(mention.finding.agency.level);
}

/** "Ninh Hòa cấp xã": with nothing said in between, the communes of that district, and not it beside all communes. */
function communesOf(
  { finding }: AgencyMention,
  { mention }: Named,
  directory: Directory,
): Finding | null {
  if (finding.kind !== 'found' || finding.agency.level !== 'district') return null;
  const level = mention?.finding;
  if (level?.kind !== 'found' || !isAllCommunes(directory, level.agency)) return null;
  const group = communeGroupOf(directory, finding.agency.id);
  return group === null ? null : { kind: 'found', agency: group, by: 'level', others: [] };
}

const OFFICES: ReadonlySet<Level> = new Set<Level>(['department', 'verticalSector']);
const PLACES: ReadonlySet<Level> = new Set<Level>(['district', 'commune', 'group']);

function officeIn(
  { finding }: AgencyMention,
  text: string,
  place: AgencyMention | null,
): AgencyMention {
  const nearest = [finding, place?.finding].flatMap((one) =>
    one?.kind === 'found' ? [one.agency] : [],
  );
  return { text, finding: { kind: 'unknown', nearest } };
}

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
