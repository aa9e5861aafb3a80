import { expect, test } from 'vitest';

import type { Succession } from '../../src/agencies/agency.ts';
import { existsDuring, existsOn } from '../../src/agencies/existence.ts';
import { successionStory } from '../../src/agencies/succession-story.ts';
import { agency, directory, id } from './khanh-hoa.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const steps = (list: readonly Succession[]) =>
  list.map(
    ({ from, to, on, partial }) => `${on.toString()} ${from} > ${to}${partial ? ' (part)' : ''}`,
  );

test.each([
  ['p-tan-tien', '2023-12-15', '2024-10-31', false],
  ['p-tan-tien', '2023-12-15', '2024-11-01', true],
  ['p-xuong-huan', '2024-10-31', '2024-12-14', true],
  ['p-xuong-huan', '2024-11-01', '2024-12-14', false],
  ['p-loc-tho', '2000-01-01', '2000-12-31', true],
  ['tp-nha-trang', '2025-06-30', '2025-06-30', true],
  ['tp-nha-trang', '2025-07-01', '2025-07-01', false],
])('%s exists during %s..%s: %s', (name, from, to, exists) => {
  expect(existsDuring(agency(name), { from: day(from), to: day(to) })).toBe(exists);
});

test('on the last day it still exists, on the next it does not', () => {
  expect(existsOn(agency('tp-nha-trang'), day('2025-06-30'))).toBe(true);
  expect(existsOn(agency('tp-nha-trang'), day('2025-07-01'))).toBe(false);
});

test('an old ward is followed through both reorganisations', () => {
  const story = successionStory(directory, id('p-xuong-huan'));
  expect(steps(story.became)).toEqual([
    '2024-11-01 p-xuong-huan > p-van-thanh',
    '2025-07-01 p-van-thanh > p-nha-trang-2025',
  ]);
  expect(story.formedFrom).toEqual([]);
});

test('a split commune goes to each of its successors in part', () => {
  expect(steps(successionStory(directory, id('x-cam-hoa')).became)).toEqual([
    '2025-07-01 x-cam-hoa > x-cam-hiep-2025 (part)',
    '2025-07-01 x-cam-hoa > x-cam-lam-2025 (part)',
    '2025-07-01 x-cam-hoa > x-suoi-dau-2025 (part)',
  ]);
});

test('a district became the communes formed from its communes', () => {
  const became = successionStory(directory, id('h-cam-lam')).became.map(({ to }) => to);
  expect(became).toEqual(['x-cam-hiep-2025', 'x-cam-lam-2025', 'x-cam-an-2025', 'x-suoi-dau-2025']);
  expect(steps(successionStory(directory, id('h-truong-sa')).became)).toEqual([
    '2025-07-01 h-truong-sa > dk-truong-sa-2025',
  ]);
});

test('a new ward knows the wards it was formed from, not the city it lay in', () => {
  const story = successionStory(directory, id('p-nha-trang-2025'));
  expect(story.became).toEqual([]);
  expect(story.formedFrom.map(({ from }) => from)).toEqual([
    'p-van-thanh',
    'p-loc-tho',
    'p-vinh-nguyen',
    'p-tan-tien',
    'p-phuoc-hoa',
  ]);
});

test('a ward that grew keeps its place and its story', () => {
  const story = successionStory(directory, id('p-van-thanh'));
  expect(story.formedFrom.map(({ from }) => from)).toEqual(['p-xuong-huan', 'p-van-thang']);
  expect(steps(story.became)).toEqual(['2025-07-01 p-van-thanh > p-nha-trang-2025']);
});
