import fc from 'fast-check';
import { expect, test, vi } from 'vitest';

import type { Agency } from '../../src/agencies/agency.ts';
import { fold, hasMarks, withMarks } from '../../src/vietnamese/fold.ts';
import { manner, slip, slipped, typedIn } from './damage.ts';
import type { Manner, Slip } from './damage.ts';
import { directory, find, finder, id } from './khanh-hoa.ts';

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
  return [...fullNames, ...fullNames.flatMap(typedNames), shortName, ...aliases];
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

function isRight(name: string, text: string, home?: string): boolean {
  const finding = find(text, home);
  if (finding.kind !== 'found') return true;
  return isMeantBy(name, finding.agency, home) || isLiterally(text, finding.agency);
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

test.each([1, 2])('%i random slips in any name never lead to another agency', (count) => {
  const damage = fc.record({
    slips: fc.array(slip, { minLength: count, maxLength: count }),
    manner,
  });
  fc.assert(
    fc.property(anyName, damage, ({ agency, name }, how) => {
      const text = damaged(name, how);
      const finding = find(text);
      if (finding.kind !== 'found' || finding.agency === agency) return true;
      return (
        isRight(name, text) || droppedOneLetterType(name, text, finding.others.includes(agency))
      );
    }),
    { numRuns: 2000 },
  );
});

test('slips never lead to another agency in the chat of any agency either', () => {
  const damage = fc.record({ slips: fc.array(slip, { minLength: 1, maxLength: 2 }), manner });
  fc.assert(
    fc.property(anyName, damage, fc.constantFrom(...HOMES), ({ agency, name }, how, home) => {
      const text = damaged(name, how);
      const finding = find(text, home);
      if (finding.kind !== 'found' || finding.agency === agency) return true;
      return (
        isRight(name, text, home) ||
        droppedOneLetterType(name, text, finding.others.includes(agency))
      );
    }),
    { numRuns: 1500 },
  );
});

/**
 * "P. Nha Trang" without its P and with a slip in the rest reads as a slip in the bare "Nha Trang": the only way two
 * slips change the agency, and then the ward that was meant is among the readings shown.
 */
function droppedOneLetterType(name: string, text: string, isShown: boolean): boolean {
  const initial = /^[PXH]\. /u.exec(name)?.[0][0] ?? '-';
  return isShown && !fold(text).startsWith(`${initial.toLowerCase()} `);
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
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 120 }),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );
  fc.assert(
    fc.property(text, (typed) => {
      const finding = finder.find(typed, { home: null });
      return (
        finding.kind !== 'found' || finding.by === 'typo' || isLiterally(typed, finding.agency)
      );
    }),
    { numRuns: 1000 },
  );
});

test('at most three agencies are offered as nearest, six as candidates for a slip', () => {
  fc.assert(
    fc.property(anyName, slip, slip, ({ name }, one, other) => {
      const finding = find(slipped(slipped(name, one), other));
      if (finding.kind === 'unknown') expect(finding.nearest.length).toBeLessThanOrEqual(3);
      if (finding.kind === 'ask') expect(finding.candidates.length).toBeLessThanOrEqual(6);
    }),
    { numRuns: 1000 },
  );
});
