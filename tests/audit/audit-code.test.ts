import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { auditCode, numberOfCode } from '../../src/audit/audit-code.ts';

const number = fc.integer({ min: 1, max: 25 ** 6 - 1 });

test('every number has a code of its own, in any case and with gaps', () => {
  fc.assert(
    fc.property(number, (some) => {
      const code = auditCode(some);
      expect(code).toMatch(/^[2-9BCFGHJKMNPQRSTVXZ]{6}$/u);
      expect(numberOfCode(code)).toBe(some);
      expect(numberOfCode(` ${code.slice(0, 3).toLowerCase()} - ${code.slice(3)}`)).toBe(some);
    }),
  );
});

test('neighbours look nothing alike', () => {
  const codes = Array.from({ length: 1000 }, (_, at) => auditCode(at + 1));
  const alike = codes.filter((code, at) => {
    const before = codes[at - 1] ?? '';
    return Array.from(code).filter((letter, place) => letter === before[place]).length > 3;
  });
  expect(alike).toEqual([]);
});

test.each(['', 'K7P', 'K7P2QXX', 'A7P2QX', 'K1P2QX', 'Đ7P2QX', '/kiem-chung'])(
  '%j is no code',
  (typed) => {
    expect(numberOfCode(typed)).toBeNull();
  },
);
