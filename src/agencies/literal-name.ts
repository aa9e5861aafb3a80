import { hasMarks } from '../vietnamese/fold.ts';
import { lettersOf } from '../vietnamese/letters.ts';
import type { Letter } from '../vietnamese/letters.ts';
import type { Agency, AgencyId } from './agency.ts';
import type { Choice } from './choose-reading.ts';
import type { Finding, FoundBy } from './finding.ts';
import type { IndexedSpelling } from './name-index.ts';
import type { Spelling } from './spelling.ts';

/** What was typed, prepared for comparing. */
export type Typed = {
  readonly text: string;
  readonly letters: readonly Letter[];
  /** Whether any mark was typed: then missing marks mean less than they do for someone who never types them. */
  readonly marked: boolean;
  /** Whether one of the first words is a single letter: "P. Lộc Thọ", "UBND X. Cam Tân". */
  readonly hasInitial: boolean;
};

/** Longer texts are no names; people may type anything. */
const LONGEST_NAME = 80;

/** Whether a text has letters, and not too many for a name. */
export function isName({ letters }: Typed): boolean {
  return letters.length > 0 && letters.length <= LONGEST_NAME;
}

/** Prepares what was typed; "Ủy ban nhân dân" counts as its abbreviation, which is the form names are kept in. */
export function typedText(text: string): Typed {
  const short = text.normalize('NFC').replace(SPELLED_OUT, 'UBND ');
  const hasInitial = /^[^\p{L}\p{N}]*(?:UBND[^\p{L}\p{N}]+)?\p{L}(?![\p{L}\p{M}])/iu.test(short);
  return { text: short, letters: lettersOf(short), marked: hasMarks(short), hasInitial };
}

/** A one-letter type must stand alone: "Xan Hải" is not "X. An Hải". */
export function isWrittenOut({ hasInitial }: Typed): (spelling: Spelling) => boolean {
  return ({ kind }) => kind !== 'initial' || hasInitial;
}

/** In speech "nhân dân" is left out. */
const SPELLED_OUT = /^\s*[uủ][yỷ]\s*ban(?:\s*nh[aâ]n\s*d[aâ]n)?(?!\p{L})/iu;

/** Whether a spelling is what was typed, marks included. */
export function isExactly({ letters }: IndexedSpelling, typed: Typed): boolean {
  return (
    letters.length === typed.letters.length &&
    letters.every((each, at) => each === typed.letters[at])
  );
}

/** Exact with marks beats everything else, but only for someone who typed marks. */
export function bestOf(
  found: readonly IndexedSpelling[],
  typed: Typed,
): readonly IndexedSpelling[] {
  const exact = found.filter((spelling) => isExactly(spelling, typed));
  return typed.marked && exact.length > 0 ? exact : found;
}

/** The agencies of some spellings, each once, in the same order. */
export function agenciesOf(spellings: readonly Spelling[]): readonly Agency[] {
  return [...new Set(spellings.map(({ agency }) => agency))];
}

/** Agencies whose bare name other agencies also bear: for them a type word decides. */
export function sharingTheirName(spellings: readonly IndexedSpelling[]): ReadonlySet<AgencyId> {
  const bare = Map.groupBy(
    spellings.filter(({ kind }) => kind === 'bare'),
    ({ base }) => base,
  );
  const shared = [...bare.values()].map(agenciesOf).filter(({ length }) => length > 1);
  return new Set(shared.flat().map(({ id }) => id));
}

/** The finding for a name that is spelled right. */
export function findingFor(choice: Choice, byName: (agency: Agency) => FoundBy): Finding {
  if (choice.kind === 'several') return { kind: 'ask', candidates: choice.agencies };
  const { agency, by, others } = choice;
  const rule = by === 'home' || by === 'district' ? by : byName(agency);
  return { kind: 'found', agency, by: rule, others };
}

/** How the name itself told the agency. */
export function tellingPart(spelling: IndexedSpelling, typed: Typed, isShared: boolean): FoundBy {
  if (spelling.kind === 'alias') return 'alias';
  const withType = spelling.kind === 'typed' || spelling.kind === 'initial';
  if (withType && isShared) return 'level';
  return isExactly(spelling, typed) ? 'exact' : 'folded';
}
