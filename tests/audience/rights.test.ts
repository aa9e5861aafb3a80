import { describe, expect, test } from 'vitest';

import type { Right } from '../../src/asking/commands.ts';
import { dossierView, mayUse, sentView } from '../../src/audience/rights.ts';
import type { AskerStanding } from '../../src/audience/standing.ts';
import { directory, id } from '../agencies/khanh-hoa.ts';

const standing = (role: AskerStanding['role'], agency: string | null = null): AskerStanding => ({
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
    ['its own', standing('agency', 'p-loc-tho'), 'p-loc-tho', 'whole', 'whole'],
    ['another agency', standing('agency', 'p-loc-tho'), 'p-vinh-hai', 'counts', null],
    ['the agency above it', standing('agency', 'p-loc-tho'), 'tp-nha-trang', 'counts', null],
    ['the province', standing('agency', 'p-loc-tho'), directory.province.id, 'counts', null],
    ['a city of its wards', standing('agency', 'tp-nha-trang'), 'p-loc-tho', 'counts', 'counts'],
    ['a city of itself', standing('agency', 'tp-nha-trang'), 'tp-nha-trang', 'whole', 'whole'],
    ['a city of wards elsewhere', standing('agency', 'tp-nha-trang'), 'p-ba-ngoi', 'counts', null],
    ['a group without its agency', standing('agency'), 'p-loc-tho', null, null],
    ['leaders of any', standing('leader'), 'p-loc-tho', 'masked', 'masked'],
    ['leaders of their own', standing('leader', 'p-loc-tho'), 'p-loc-tho', 'masked', 'masked'],
    ['staff of any', standing('staff'), 'p-loc-tho', 'masked', 'masked'],
    ['keepers of any', standing('keeper'), 'p-loc-tho', 'masked', 'masked'],
    ['guests of none', standing('guest'), 'p-loc-tho', null, null],
    ['nobody of none', standing(null), 'p-loc-tho', null, null],
  ])('%s', (_, who, agency, asked, sent) => {
    expect(dossierView(who, id(agency), directory)).toBe(asked);
    expect(sentView(who, id(agency), directory)).toBe(sent);
  });

  test('a keeper standing in the group of an agency sees no more than the group', () => {
    const keeper = { ...standing('agency', 'p-loc-tho'), isKeeper: true };
    expect(dossierView(keeper, id('p-vinh-hai'), directory)).toBe('counts');
    expect(sentView(keeper, id('p-vinh-hai'), directory)).toBeNull();
  });
});
