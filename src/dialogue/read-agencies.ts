import type { Agency, Directory, Level } from '../agencies/agency.ts';
import type { AgencyReader } from '../agencies/find-agency.ts';
import type { Finding, FindingContext } from '../agencies/finding.ts';
import { fold } from '../vietnamese/fold.ts';
import { couldBelongToName } from './name-neighbours.ts';
import { type NamePart, type NameRun, textOf } from './name-runs.ts';
import type { NameWords } from './name-words.ts';
import type { AgencyMention } from './question.ts';

/** What agencies are looked up with. */
export type AgencyLookup = {
  readonly directory: Directory;
  readonly finder: AgencyReader;
  readonly names: NameWords;
  readonly context: FindingContext;
};

/** What a run of words came to: the agencies in it, and the words that are in no name. */
export type RunRead = {
  readonly mentions: readonly AgencyMention[];
  readonly unread: string;
  readonly joint: NameRun['joint'];
};

/** No agency has a longer name, and a message of nothing but names must not take long. */
const LONGEST_NAME = 12;
const LONGEST_RUN = 24;
/** Several kinds of commune in one breath mean all of them. */
const GROUP_WORDS = new Set([
  'xa phuong',
  'phuong xa',
  'xa phuong thi tran',
  'phuong xa thi tran',
  'khoi xa',
]);

/** Reads the agencies named in each run; "Sở Lao động, Thương binh" is one name although a comma stands in it. */
export function readAgencies(
  text: string,
  runs: readonly NameRun[],
  lookup: AgencyLookup,
): readonly RunRead[] {
  return joinedOverCommas(text, runs, lookup).map((run) => readRun(text, run, lookup));
}

function joinedOverCommas(
  text: string,
  runs: readonly NameRun[],
  { finder, context }: AgencyLookup,
): readonly NameRun[] {
  const joined: NameRun[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    const both = last === undefined ? [] : [...last.parts, ...run.parts];
    const isOneName = () => finder.read(textOf(text, both), context) !== null;
    if (last !== undefined && run.joint === 'comma' && both.length <= LONGEST_NAME && isOneName()) {
      joined[joined.length - 1] = { parts: both, joint: last.joint };
    } else {
      joined.push(run);
    }
  }
  return joined;
}

/** The whole run as one name if it is one, however misspelt; else every name in it that is spelled right. */
function readRun(text: string, run: NameRun, lookup: AgencyLookup): RunRead {
  const { joint } = run;
  const whole = wholeRun(text, run.parts, lookup);
  if (whole !== null) return { mentions: [whole], unread: '', joint };
  const parts = run.parts.slice(0, LONGEST_RUN);
  const found: Named[] = [];
  for (let at = 0; at < parts.length; at = found.at(-1)?.end ?? parts.length) {
    found.push(nameAt(text, { parts, at }, lookup));
  }
  return { ...settled(text, found, lookup), joint };
}

function wholeRun(
  text: string,
  parts: readonly NamePart[],
  lookup: AgencyLookup,
): AgencyMention | null {
  const [first, ...more] = parts;
  if (
    first === undefined ||
    parts.length > LONGEST_NAME ||
    parts.some(({ agency }) => agency !== null)
  ) {
    return null;
  }
  const named = nameText(text, parts);
  const finding = lookup.finder.find(named, lookup.context);
  if (finding.kind !== 'unknown') return { text: named, finding };
  const group =
    more.length > 0 || first.level === null ? null : groupOf(first.level, lookup.directory);
  if (group === null) return null;
  return { text: named, finding: { kind: 'found', agency: group, by: 'level', others: [] } };
}

/** "huyện" alone, when no ranking is asked for: all of them together. */
function groupOf(level: Level, directory: Directory): Agency | null {
  const groups = directory.agencies.filter((agency) => agency.memberLevel === level);
  return groups.find(({ parent }) => parent === directory.province.id) ?? groups[0] ?? null;
}

/** A name at `at`, or one part that begins none (`mention` null). `end`: where to go on. */
type Named = {
  readonly parts: readonly NamePart[];
  readonly mention: AgencyMention | null;
  readonly end: number;
};

function nameAt(
  text: string,
  { parts, at }: { readonly parts: readonly NamePart[]; readonly at: number },
  { finder, context }: AgencyLookup,
): Named {
  const first = parts[at];
  const one = { parts: parts.slice(at, at + 1), end: at + 1 };
  if (first?.agency != null) return { ...one, mention: certainly(first.agency, first.text) };
  const certain = parts.findIndex(({ agency }, index) => index > at && agency !== null);
  const most = Math.min(certain === -1 ? parts.length : certain, at + LONGEST_NAME);
  for (let end = most; end > at; end -= 1) {
    const named = nameText(text, parts.slice(at, end));
    const finding = finder.read(named, context);
    if (finding !== null)
      return { parts: parts.slice(at, end), mention: { text: named, finding }, end };
  }
  return { ...one, mention: null };
}

/**
 * Words beside a name that could belong to it make it another name ("Cam Ranh Bắc" is not Cam Ranh): then the
 * agency is offered, not answered.
 */
function settled(
  text: string,
  found: readonly Named[],
  lookup: AgencyLookup,
): Pick<RunRead, 'mentions' | 'unread'> {
  const doubted = found.map((named, at) => {
    if (named.mention === null) return [];
    const before = found
      .slice(0, at)
      .filter((other, index) => standsNext(found, index, at) && belongs(other));
    const after = found
      .slice(at + 1)
      .filter((other, index) => standsNext(found, at + 1 + index, at) && belongs(other));
    return [...before, ...after];
  });
  const taken = new Set(doubted.flat());
  function belongs({ mention, parts }: Named): boolean {
    return mention === null && parts.every((part) => couldBelongToName(part, lookup.names));
  }
  return {
    mentions: found.flatMap(({ mention, parts }, at) => {
      const beside = (doubted[at] ?? []).flatMap((other) => other.parts);
      if (mention === null) return [];
      if (beside.length === 0) return [mention];
      const all = [...parts, ...beside].sort((left, right) => left.start - right.start);
      return [{ text: textOf(text, all), finding: offered(mention.finding) }];
    }),
    unread: textOf(
      text,
      found
        .filter((named) => named.mention === null && !taken.has(named))
        .flatMap(({ parts }) => parts),
    ),
  };
}

/** Whether nothing that was read stands between two places of a run. */
function standsNext(found: readonly Named[], one: number, other: number): boolean {
  const [from, to] = one < other ? [one + 1, other] : [other + 1, one];
  return found.slice(from, to).every(({ mention }) => mention === null);
}

function offered(finding: Finding): Finding {
  if (finding.kind === 'found') return { kind: 'unknown', nearest: [finding.agency] };
  return {
    kind: 'unknown',
    nearest: finding.kind === 'ask' ? finding.candidates.slice(0, 3) : finding.nearest,
  };
}

/** "xã của Ninh Hòa" and "xã phường Ninh Hòa" are its communes together, not the commune of that name. */
function nameText(text: string, parts: readonly NamePart[]): string {
  const [first, second] = parts;
  const isGroup =
    first?.level === 'commune' &&
    second !== undefined &&
    (second.afterOf || GROUP_WORDS.has(fold(first.text)));
  return isGroup ? `cấp xã ${textOf(text, parts.slice(1))}` : textOf(text, parts);
}

/** An agency that needed no finding. */
export function certainly(agency: Agency, text: string): AgencyMention {
  const finding: Finding = { kind: 'found', agency, by: 'exact', others: [] };
  return { text, finding };
}
