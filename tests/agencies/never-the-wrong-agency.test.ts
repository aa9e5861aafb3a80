import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';

import type { Agency } from '../../src/agencies/agency.ts';
import { fold, hasMarks, withMarks } from '../../src/vietnamese/fold.ts';
import { manner, slip, slipped, typedIn } from './damage.ts';
import type { Manner, Slip } from './damage.ts';
import { directory, find, id } from './khanh-hoa.ts';

/**
 * The promise of the product: a wrong agency is never answered silently. Whatever happens to a name, the answer is
 * about that agency, a question, or nothing — unless what is left is literally the name of another.
 */

// Thousands of findings, on machines that are busy with other tests.
vi.setConfig({ testTimeout: 60_000 });

const TYPES = /^(UBND )?(thành phố|thị xã|huyện|phường|xã|thị trấn|đặc khu) /u;
const ABBREVIATED: Readonly<Record<string, string>> = {
  'thành phố': 'TP',
  'thị xã': 'TX',
  huyện: 'H.',
  phường: 'P.',
  xã: 'X.',
  'thị trấn': 'TT',
  'đặc khu': 'ĐK',
};

/** What people call an agency: as the directory writes it, and with its type in full, shortened or left out. */
function namesOf({ name, shortName, printedNames, aliases }: Agency): readonly string[] {
  const fullNames = [name, ...printedNames];
  const halfWritten = aliases.flatMap((alias) =>
    /^S[A-Z&]+$/u.test(alias) ? `Sở ${alias.slice(1)}` : [],
  );
  return [...fullNames, ...fullNames.flatMap(typedNames), shortName, ...aliases, ...halfWritten];
}

function typedNames(fullName: string): readonly string[] {
  const type = TYPES.exec(fullName)?.[2];
  if (type === undefined) return [];
  const place = fullName.replace(TYPES, '');
  return [`${type} ${place}`, `${ABBREVIATED[type] ?? type} ${place}`, `UBND ${place}`, place];
}

const NAMED = directory.agencies.flatMap((agency) =>
  namesOf(agency).map((name) => ({ agency, name })),
);

/** Whether the text is, letter by letter, a name of the agency; typed marks must be marks of the name. */
function isLiterally(text: string, agency: Agency): boolean {
  return namesOf(agency).some(
    (name) =>
      joined(fold(text)) === joined(fold(withoutAnd(name, text))) &&
      agrees(text, withoutAnd(name, text)),
  );
}

function withoutAnd(name: string, text: string): string {
  return / v(à|a) /iu.test(text.normalize('NFC')) ? name : name.replaceAll(' và ', ' ');
}

function agrees(text: string, name: string): boolean {
  const typed = Array.from(joined(text.normalize('NFC').toLowerCase()));
  const named = Array.from(joined(name.normalize('NFC').toLowerCase()));
  return (
    !hasMarks(text) ||
    joined(withMarks(text)) === joined(withMarks(name)) ||
    typed.every((letter, at) =>
      marksOf(letter).every((mark) => marksOf(named[at] ?? '').includes(mark)),
    )
  );
}

function marksOf(letter: string): readonly string[] {
  return Array.from(letter.normalize('NFD').replace('đ', 'd\u0335')).slice(1);
}

function joined(text: string): string {
  return text.replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '');
}

type Damage = { readonly slips: readonly Slip[]; readonly manner: Manner };

function damaged(name: string, { slips, manner: how }: Damage): string {
  return typedIn(slips.reduce(slipped, name), how);
}

/** An agency that the undamaged words mean as well: what is said of one is said of the other. */
function isMeantBy(name: string, agency: Agency, home: string | undefined): boolean {
  const clean = find(name, home);
  return clean.kind === 'found' && clean.agency === agency;
}

const anyName = fc.constantFrom(...NAMED);
const HOMES = [
  undefined,
  'toan-tinh',
  'tp-nha-trang',
  'h-van-ninh',
  'cn-nha-trang',
  'p-van-thanh',
  'khoi-xa',
];

function slipsAndManner(least: number, most: number): fc.Arbitrary<Damage> {
  return fc.record({ slips: fc.array(slip, { minLength: least, maxLength: most }), manner });
}

/** The agency a damaged name was wrongly taken for; null when all is well. */
function wrongAgency(
  { agency, name }: { readonly agency: Agency; readonly name: string },
  damage: Damage,
  home?: string,
): string | null {
  const text = damaged(name, damage);
  const finding = find(text, home);
  if (finding.kind !== 'found' || finding.agency === agency) return null;
  const isRight =
    isMeantBy(name, finding.agency, home) ||
    isLiterally(text, finding.agency) ||
    droppedOneLetterType(name, text, finding.others.includes(agency));
  return isRight ? null : `${name} > ${text} > ${finding.agency.id}`;
}

test.each([1, 2])('%i random slips in any name never lead to another agency', (count) => {
  fc.assert(
    fc.property(anyName, slipsAndManner(count, count), (named, damage) => {
      expect(wrongAgency(named, damage)).toBeNull();
    }),
    { numRuns: 2000 },
  );
});

test('slips never lead to another agency in the chat of any agency either', () => {
  fc.assert(
    fc.property(anyName, slipsAndManner(1, 2), fc.constantFrom(...HOMES), (named, damage, home) => {
      expect(wrongAgency(named, damage, home)).toBeNull();
    }),
    { numRuns: 1500 },
  );
});

/**
 * "P. Nha Trang" without its P and with a slip in the rest reads as a slip in the bare "Nha Trang": the only way two
 * slips change the agency, and then the ward that was meant is among the readings shown.
 */
function droppedOneLetterType(name: string, text: string, isShown: boolean): boolean {
  const initial = /^[PXH](?=\. )/u.exec(name)?.[0].toLowerCase();
  return initial !== undefined && isShown && !fold(text).startsWith(`${initial} `);
}

test('without slips the manner of typing does not change the agency', () => {
  fc.assert(
    fc.property(anyName, manner, ({ name }, how) => {
      const finding = find(typedIn(name, { ...how, marks: 'all' }));
      expect(finding).toEqual(find(name));
    }),
    { numRuns: 1000 },
  );
});

test('one slip in a long and lonely name is still understood', () => {
  const lonely = directory.get(id('so-ldtbxh')).name;
  fc.assert(
    fc.property(slip, (one) => {
      // Without the S of "Sở" a whole word is left over, and that is no slip.
      fc.pre(one.at % lonely.length > 1);
      expect(find(slipped(lonely, one))).toMatchObject({ agency: { id: 'so-ldtbxh' } });
    }),
  );
});

test('no text makes the finder fail, and nothing but names is found', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 120 }),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );
  fc.assert(
    fc.property(anyText, (text) => {
      const finding = find(text);
      const isName = finding.kind === 'found' && finding.by !== 'typo';
      expect(!isName || isLiterally(text, finding.agency)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('at most three agencies are offered as nearest, and six as candidates for a slip', () => {
  fc.assert(
    fc.property(anyName, slipsAndManner(1, 2), ({ name }, damage) => {
      const finding = find(damaged(name, damage));
      const nearest = finding.kind === 'unknown' ? finding.nearest : [];
      const candidates = finding.kind === 'ask' ? finding.candidates : [];
      expect(nearest.length).toBeLessThanOrEqual(3);
      expect(candidates.length).toBeLessThanOrEqual(6);
    }),
    { numRuns: 1000 },
  );
});
