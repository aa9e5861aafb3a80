import { describe, expect, test } from 'vitest';

import type { Right } from '../../src/asking/commands.ts';
import { dossierView, mayUse } from '../../src/audience/rights.ts';
import type { Standing } from '../../src/audience/standing.ts';
import { directory, id } from '../agencies/khanh-hoa.ts';

const standing = (role: Standing['role'], agency: string | null = null): Standing => ({
  role,
  agency: agency === null ? null : id(agency),
  isKeeper: false,
});
const RIGHTS: readonly Right[] = ['anyone', 'figures', 'dossiers', 'subscribing', 'keeping'];

describe('what a chat may use', () => {
  test.each([
    ['nobody let in', standing(null), ['anyone']],
    ['a guest', standing('guest'), ['anyone', 'figures']],
    ['leaders', standing('leader'), ['anyone', 'figures', 'dossiers', 'subscribing']],
    ['staff', standing('staff'), ['anyone', 'figures', 'dossiers', 'subscribing']],
    [
      'an agency',
      standing('agency', 'p-loc-tho'),
      ['anyone', 'figures', 'dossiers', 'subscribing'],
    ],
    [
      'a keeper in a chat nobody let in',
      { ...standing(null), isKeeper: true },
      ['anyone', 'keeping'],
    ],
    ['a keeper in private', { ...standing('keeper'), isKeeper: true }, RIGHTS],
    ['the colleagues of a keeper', standing('keeper'), RIGHTS.slice(0, 4)],
  ])('%s', (_, who, may) => {
    expect(RIGHTS.filter((right) => mayUse(right, who))).toEqual(may);
  });
});

describe('how much of the dossiers of an agency a chat sees', () => {
  test.each([
    ['its own', standing('agency', 'p-loc-tho'), 'p-loc-tho', 'whole'],
    ['another agency', standing('agency', 'p-loc-tho'), 'p-vinh-hai', null],
    ['the agency above it', standing('agency', 'p-loc-tho'), 'tp-nha-trang', null],
    ['a city of its wards', standing('agency', 'tp-nha-trang'), 'p-loc-tho', 'counts'],
    ['a city of its own office', standing('agency', 'tp-nha-trang'), 'tp-nha-trang', 'whole'],
    ['a city of the wards of another', standing('agency', 'tp-nha-trang'), 'p-cam-phuc-nam', null],
    ['leaders of any', standing('leader'), 'p-loc-tho', 'masked'],
    ['leaders with an agency of their own', standing('leader', 'p-loc-tho'), 'p-loc-tho', 'masked'],
    ['staff of any', standing('staff'), 'p-loc-tho', 'masked'],
    ['keepers of any', standing('keeper'), 'p-loc-tho', 'masked'],
    ['guests of none', standing('guest'), 'p-loc-tho', null],
    ['nobody of none', standing(null), 'p-loc-tho', null],
  ])('%s', (_, who, agency, view) => {
    expect(dossierView(who, id(agency), directory)).toBe(view);
  });

  test('a keeper standing in the group of an agency sees no more than the group', () => {
    const keeper = { ...standing('agency', 'p-loc-tho'), isKeeper: true };
    expect(dossierView(keeper, id('p-vinh-hai'), directory)).toBeNull();
  });
});
