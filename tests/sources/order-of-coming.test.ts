import { array, assert, nat, property, string, tuple, uniqueArray } from 'fast-check';
import { expect, test } from 'vitest';

import { inOrderOfComing } from '../../src/sources/order-of-coming.ts';

const MINUTE = 60_000;
const file = (name: string, writtenMs: number, cameMs: number) => ({ name, writtenMs, cameMs });

test.each([
  [
    'copied in one go, whatever the order of copying: the one written last counts last',
    [file('a-corrected.csv', 9, 100), file('b.csv', 5, 101), file('c.csv', 5, 99)],
    ['b.csv', 'c.csv', 'a-corrected.csv'],
  ],
  [
    'put there later, though written earlier: what stood there before is replaced',
    [file('a.csv', 5, 100 + 2 * MINUTE), file('b.csv', 9, 100)],
    ['b.csv', 'a.csv'],
  ],
  [
    'a go lasts as long as files keep coming',
    [file('a.csv', 3, 0), file('b.csv', 2, MINUTE), file('c.csv', 1, 2 * MINUTE)],
    ['c.csv', 'b.csv', 'a.csv'],
  ],
  [
    'where the system does not tell when a file came, its writing does',
    [file('a.csv', 10 * MINUTE, 0), file('b.csv', 5 * MINUTE, 0)],
    ['b.csv', 'a.csv'],
  ],
])('%s', (_, files, names) => {
  expect(inOrderOfComing(files)).toEqual(names);
});

test('the order of the directory never matters', () => {
  const names = uniqueArray(string({ minLength: 1, maxLength: 4 }), { maxLength: 8 });
  const times = array(tuple(nat(5), nat(5)), { minLength: 8, maxLength: 8 });
  assert(
    property(names, times, nat(), (all, dated, turn) => {
      const files = all.map((name, at) => {
        const [written = 0, came = 0] = dated[at] ?? [];
        return file(name, written * MINUTE, came * MINUTE);
      });
      const by = files.length === 0 ? 0 : turn % files.length;
      const turned = [...files.slice(by), ...files.slice(0, by)];
      expect(inOrderOfComing(turned)).toEqual(inOrderOfComing(files));
      expect([...inOrderOfComing(files)].toSorted()).toEqual([...all].toSorted());
    }),
  );
});
