import type { Agency, Directory, Level } from '../agencies/agency.ts';
import type { AgencyReader } from '../agencies/find-agency.ts';
import type { Finding, FindingContext } from '../agencies/finding.ts';
import type { FieldIndex } from './field-index.ts';
import { isEverydayWord } from './name-neighbours.ts';
import { type NamePart, type NameRun, textOf } from './name-runs.ts';
import { nameTexts } from './name-texts.ts';
import type { NameWords } from './name-words.ts';
import type { AgencyMention } from './question.ts';
import { type Named, settleRun } from './settle-run.ts';

/** What agencies are looked up with. */
export type AgencyLookup = {
  readonly directory: Directory;
  readonly finder: AgencyReader;
  readonly names: NameWords;
  readonly context: FindingContext;
  readonly fields: FieldsHeard;
};

/** What fields of work are read with. */
export type FieldsHeard = {
  readonly index: FieldIndex;
  /** The agency that is talked about, or the chat's own. */
  readonly about: Agency | null;
  /** Whether its fields are what was talked about. */
  readonly isTalk: boolean;
};

/** What a run of words came to: the agencies in it, and the words that are in no name. */
export type RunRead = {
  readonly mentions: readonly AgencyMention[];
  readonly unread: string;
  readonly joint: NameRun['joint'];
  /** Where in the text it begins. */
  readonly start: number;
};

/** No agency has a longer name, and a message of nothing but names must not take long. */
const LONGEST_NAME = 12;
const LONGEST_RUN = 24;

/** Where agencies may be named; `isListed`: what commas part is to be compared, and no address. */
export type Runs = { readonly runs: readonly NameRun[]; readonly isListed: boolean };

/**
 * Reads the agencies named in each run; "Sở Lao động, Thương binh" is one name although a comma stands in it, and so is
 * "phường Phước Hòa, Nha Trang", as addresses are written.
 */
export function readAgencies(
  text: string,
  { runs, isListed }: Runs,
  lookup: AgencyLookup,
): readonly RunRead[] {
  const names = joinedOverCommas(text, runs, lookup);
  const whole = isListed ? names : withAddresses(text, names, lookup);
  return whole.map((run) => readRun(text, run, lookup));
}

/** An agency that needed no finding. */
export function certainly(agency: Agency, text: string): AgencyMention {
  const finding: Finding = { kind: 'found', agency, by: 'exact', others: [] };
  return { text, finding };
}

function joinedOverCommas(
  text: string,
  runs: readonly NameRun[],
  lookup: AgencyLookup,
): readonly NameRun[] {
  const joined: NameRun[] = [];
  for (let at = 0; at < runs.length;) {
    const length = MOST_JOINED.find((many) => isOneName(text, runs.slice(at, at + many), lookup));
    const whole = runs.slice(at, at + (length ?? 1));
    joined.push({ parts: whole.flatMap(({ parts }) => parts), joint: runs[at]?.joint ?? 'break' });
    at += whole.length;
  }
  return joined;
}

/** "Sở Lao động, Thương binh, Xã hội": no name has more commas. */
const MOST_JOINED = [3, 2] as const;

function isOneName(
  text: string,
  runs: readonly NameRun[],
  { finder, context }: AgencyLookup,
): boolean {
  const parts = runs.flatMap((run) => run.parts);
  if (runs.length < 2 || parts.length > LONGEST_NAME) return false;
  if (!runs.slice(1).every(({ joint }) => joint === 'comma')) return false;
  return finder.readName(textOf(text, parts), context) !== null;
}

/** Joins a unit and the place it lies in; the last of several ("Lộc Thọ, Vĩnh Hải, Nha Trang") is one of a list. */
function withAddresses(
  text: string,
  runs: readonly NameRun[],
  lookup: AgencyLookup,
): readonly NameRun[] {
  const whole: NameRun[] = [];
  for (const [at, run] of runs.entries()) {
    const [unit, before] = [whole.at(-1), runs[at - 1]];
    const isPlace =
      unit !== undefined && before !== undefined && isAddress(text, [before, run], lookup);
    const isGoingOn = isPlace && unit !== before;
    if (isPlace && !isGoingOn && before.joint !== 'comma') {
      whole[whole.length - 1] = { parts: [...unit.parts, ...run.parts], joint: unit.joint };
    } else if (!isGoingOn) {
      whole.push(run);
    }
  }
  return whole;
}

function isAddress(
  text: string,
  [unit, place]: readonly [NameRun, NameRun],
  { finder, context }: AgencyLookup,
): boolean {
  const parts = [...unit.parts, ...place.parts];
  if (place.joint !== 'comma' || parts.length > LONGEST_NAME) return false;
  if (parts.some(({ agency }) => agency !== null)) return false;
  const finding = finder.readWithPlace(textOf(text, parts), context);
  return finding?.kind === 'found' && LOCAL.has(finding.agency.level);
}

/** What has an address: a commune in its district, a district in the province. */
const LOCAL: ReadonlySet<Level> = new Set<Level>(['commune', 'district']);

/** The whole run as one name if it is one, however misspelt; else every name in it that is spelled right. */
function readRun(text: string, { parts, joint }: NameRun, lookup: AgencyLookup): RunRead {
  const isPlain = parts.length <= LONGEST_NAME && parts.every(({ agency }) => agency === null);
  const whole = isPlain ? (wholeRun(text, parts, lookup) ?? levelAlone(parts, lookup)) : null;
  const start = parts[0]?.start ?? 0;
  if (whole !== null) return { mentions: [whole], unread: '', joint, start };
  const short = parts.slice(0, LONGEST_RUN);
  const found: Named[] = [];
  for (let at = 0; at < short.length; at += found.at(-1)?.parts.length ?? 1) {
    found.push(nameAt(text, short.slice(at), lookup));
  }
  const tooMany = parts.slice(LONGEST_RUN).map((part) => ({ parts: [part], mention: null }));
  return { ...settleRun(text, [...found, ...tooMany], lookup), joint, start };
}

function wholeRun(
  text: string,
  parts: readonly NamePart[],
  { finder, context }: AgencyLookup,
): AgencyMention | null {
  const readings = nameTexts(text, parts).map((name) => ({
    text: name,
    finding: finder.find(name, context),
  }));
  return readings.find(({ finding }) => finding.kind !== 'unknown') ?? null;
}

/** "huyện" alone, when no ranking is asked for: all of them together. */
function levelAlone(
  [first, ...more]: readonly NamePart[],
  lookup: AgencyLookup,
): AgencyMention | null {
  const level = more.length === 0 ? (first?.level ?? null) : null;
  const agency = level === null ? null : groupOf(level, lookup.directory);
  // "so" without marks is a number as often as a department.
  if (first === undefined || agency === null || isEverydayWord(first.text)) return null;
  return { text: first.text, finding: { kind: 'found', agency, by: 'total', others: [] } };
}

function groupOf(level: Level, directory: Directory): Agency | null {
  const groups = directory.agencies.filter((agency) => agency.memberLevel === level);
  return groups.find(({ parent }) => parent === directory.province.id) ?? groups[0] ?? null;
}

/** The longest name that the parts begin with; the first part alone when they begin none. */
function nameAt(text: string, parts: readonly NamePart[], lookup: AgencyLookup): Named {
  const { finder, context } = lookup;
  const one = parts.slice(0, 1);
  const certain = parts[0]?.agency ?? null;
  if (certain !== null) return { parts: one, mention: certainly(certain, textOf(text, one)) };
  const until = parts.findIndex(({ agency }) => agency !== null);
  const most = Math.min(until === -1 ? parts.length : until, LONGEST_NAME);
  for (let length = most; length > 0; length -= 1) {
    const named = parts.slice(0, length);
    for (const name of nameTexts(text, named)) {
      const isNoName = isEverydayWord(name) || !finder.mayBeginName(name);
      const finding = isNoName ? null : finder.readWithPlace(name, context);
      if (finding !== null) return { parts: named, mention: { text: name, finding } };
    }
  }
  return { parts: one, mention: null };
}
