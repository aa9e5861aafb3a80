import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { filledBody, filledUrl, unknownPlaceholders } from '../../../src/sources/http/fill.ts';
import { nextLink } from '../../../src/sources/http/mapped-answer.ts';

const VALUES = {
  'period.from': '2025-12-15',
  'period.key': '2026',
  agency: 'H32.01',
  page: 3,
  size: 50,
};

/** Any text at all, halves of letters too. */
const units = fc.array(fc.nat({ max: 0xff_ff })).map((codes) => String.fromCharCode(...codes));

describe('addresses', () => {
  test.each([
    ['https://a.vn/x?tu={period.from}&trang={page}', 'https://a.vn/x?tu=2025-12-15&trang=3'],
    ['https://a.vn/x?tu={period.from:dd/MM/yyyy}', 'https://a.vn/x?tu=15%2F12%2F2025'],
    ['https://a.vn/x?tu={period.from:yyyyMMdd}', 'https://a.vn/x?tu=20251215'],
    ['https://a.vn/{agency}/{period.key}', 'https://a.vn/H32.01/2026'],
    ['https://a.vn/x?con={cursor}', 'https://a.vn/x?con='],
  ])('%s', (template, address) => {
    expect(filledUrl(template, VALUES).href).toBe(address);
  });

  test('no value gets out of its place', () => {
    fc.assert(
      fc.property(units, (cursor) => {
        const url = filledUrl('https://a.vn/x?con={cursor}&trang={page}', { cursor, page: 1 });
        expect(url.host + url.pathname).toBe('a.vn/x');
        expect([...url.searchParams.entries()]).toEqual([
          ['con', cursor.toWellFormed()],
          ['trang', '1'],
        ]);
      }),
    );
  });

  test('what is no placeholder is told', () => {
    expect(unknownPlaceholders('https://a.vn/{ky}/{period.from}/{ agency}/{page')).toEqual([
      '{ky}',
      '{ agency}',
      '{page',
    ]);
  });
});

describe('bodies', () => {
  test('are JSON, and numbers stay numbers', () => {
    const template = {
      tu: '{period.from:dd/MM/yyyy}',
      trang: '{page}',
      co: 'n={size}',
      don: ['{agency}', true, null, 7],
    };
    expect(JSON.parse(filledBody(template, VALUES))).toEqual({
      tu: '15/12/2025',
      trang: 3,
      co: 'n=50',
      don: ['H32.01', true, null, 7],
    });
  });

  test('no value gets out of its text', () => {
    fc.assert(
      fc.property(fc.string(), (cursor) => {
        expect(JSON.parse(filledBody({ con: 'x{cursor}' }, { cursor }))).toEqual({
          con: `x${cursor}`,
        });
      }),
    );
  });
});

test.each([
  ['</a?p=2>; rel="next"', '/a?p=2'],
  ['</a?p=1>; rel="prev", </a?p=3>; rel=next', '/a?p=3'],
  ['<https://a.vn/b>; title="x"; rel="last next"', 'https://a.vn/b'],
  ['</a?p=1>; rel="prev"', null],
  ['</a>; rel="nextish"', null],
  ['', null],
  [undefined, null],
])('Link %s', (header, address) => {
  expect(nextLink(header)).toBe(address);
});
