import { expect, test } from 'vitest';

import { fold } from '../../src/vietnamese/fold.ts';
import { lettersOf } from '../../src/vietnamese/letters.ts';
import { slipsBetween } from '../../src/vietnamese/slips.ts';
import { directory, find } from './khanh-hoa.ts';

/** Names one letter apart when marks are left out (domain.md, section 4). */
const NEIGHBOURS = `
  binh loc/ninh loc; cam binh/cam linh; cam lam/cam lap; cam loc/cam loi; dien an/dien tan; dien khanh/dien thanh;
  dien lac/dien lam; dien tan/dien toan; khanh binh/khanh vinh; khanh son/thanh son; ninh an/ninh tan/ninh van;
  ninh da/ninh ha/ninh hai/ninh hoa; ninh hai/vinh hai; ninh hiep/vinh hiep; ninh hoa/vinh hoa; ninh hung/ninh phung;
  ninh phuoc/vinh phuoc; ninh tan/ninh tay/ninh than/ninh van; ninh tho/vinh tho; ninh trung/vinh trung;
  phuoc dong/phuoc long; van binh/van ninh; van khanh/van thanh; van long/van luong; van thang/van thanh;
  vinh hai/vinh thai; vinh trung/vinh truong`
  .split(';')
  .map((group) => group.split('/').map((name) => name.trim()));

const PAIRS = NEIGHBOURS.flatMap((group) =>
  group.flatMap((one, at) => group.slice(at + 1).map((other) => [one, other] as const)),
);

function meant(typed: string): readonly string[] {
  const finding = find(typed);
  if (finding.kind === 'found')
    return [finding.agency, ...finding.others].map(({ name }) => fold(name));
  return finding.kind === 'ask' ? finding.candidates.map(({ name }) => fold(name)) : [];
}

test.each(PAIRS)('%s and %s are never taken for each other when spelled right', (one, other) => {
  for (const [typed, neighbour] of [
    [one, other],
    [other, one],
  ] as const) {
    expect(meant(typed).length).toBeGreaterThan(0);
    expect(meant(typed).filter((name) => !name.endsWith(` ${typed}`))).toEqual([]);
    expect(meant(typed).some((name) => name.endsWith(` ${neighbour}`))).toBe(false);
  }
});

/** What is a name by itself: the misprint "Cam Lộ" lies between Cam Lộc and Cam Lợi. */
const NAMES = new Set(
  directory.agencies
    .flatMap(({ shortName, printedNames }) => [shortName, ...printedNames])
    .map((name) =>
      fold(name)
        .replace(/^ubnd (phuong|xa) /u, '')
        .replaceAll(' ', ''),
    ),
);

/** Every text one wrong, missing or added letter away from both names, without being a name itself. */
function between(one: string, other: string): readonly string[] {
  const damaged = new Set<string>();
  for (let at = 0; at <= one.length; at += 1) {
    for (const letter of ['', ...Array.from('abcdefghiklmnopqrstuvxy')]) {
      damaged.add(one.slice(0, at) + letter + one.slice(at + 1));
      damaged.add(one.slice(0, at) + letter + one.slice(at));
    }
  }
  return [...damaged].filter(
    (text) =>
      !NAMES.has(text.replaceAll(' ', '')) &&
      [one, other].every((name) => slipsBetween(lettersOf(text), lettersOf(name)) === 1),
  );
}

test.each(PAIRS)('what lies between %s and %s is never found', (one, other) => {
  const texts = between(one, other);
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.filter((text) => find(text).kind === 'found')).toEqual([]);
});
