import { describe, expect, test } from 'vitest';

import { mapAnswer } from '../../../src/sources/http/map-answer.ts';
import type { Mapping } from '../../../src/sources/http/map-message.ts';
import { threadMapper } from '../../../src/sources/http/map-thread.ts';
import { numberedRows } from '../../../src/sources/http/mapped-rows.ts';

const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

function mapping(fields: Readonly<Record<string, string>>, rows = '$'): Mapping {
  return { rows, fields, head: {} };
}

async function mapped(value: unknown, by: Mapping, bindings = {}) {
  const outcome = await mapAnswer({ bytes: bytesOf(value), mapping: by, bindings });
  if (outcome.kind === 'failed') return outcome.problems;
  return Array.from(numberedRows([outcome]), ({ row }) => row);
}

describe('fields', () => {
  test.each<[expression: string, row: unknown, cell: unknown]>([
    ['a', { a: 5 }, 5],
    ['a.b.c', { a: { b: { c: 'x' } } }, 'x'],
    ['a', { a: null }, null],
    ['a', { a: 0 }, 0],
    ['a', { b: 1 }, undefined],
    ['a.b', { a: null }, undefined],
    ['a.b', { a: 'text' }, undefined],
    ['a.b', { a: [{ b: 7 }] }, 7],
    ['a.b', { a: [{ b: 7 }, { b: 8 }] }, { is: 'list' }],
    ['toString', { a: 1 }, undefined],
    ['constructor.name', { a: 1 }, undefined],
    ['__proto__', { a: 1 }, undefined],
    ['a', { a: { b: 1 } }, { is: 'object' }],
    ['a + b', { a: 2, b: 3 }, 5],
    ['$number(a)', { a: '1203' }, 1_203],
    ['$substringBefore(a, "T")', { a: '2026-11-21T08:00' }, '2026-11-21'],
    ['a ? a : null', {}, null],
    ['$agency', {}, 'H32.01'],
    ['$period.from', {}, '2025-12-15'],
    ['$answer.data[0].x', { x: 5 }, 6],
    ['$sum(a)', { a: [1, 2, 3] }, 6],
    ['1e308 * 10', {}, 'Infinity'],
    ['0 / 0', {}, 'NaN'],
    ['function($x){$x}', {}, { is: 'object' }],
  ])('%s of %j', async (expression, row, cell) => {
    const value = { rows: [row], data: [{ x: 6 }] };
    const bindings = { agency: 'H32.01', period: { from: '2025-12-15' } };
    const [found] = await mapped(value, mapping({ it: expression }, 'rows'), bindings);
    expect(found).toEqual(cell === undefined ? {} : { it: cell });
  });

  test('an expression that goes wrong says which, and quotes nothing', async () => {
    const problems = await mapped([{ a: 'nhiều' }], mapping({ it: '$number(a)' }));
    expect(problems).toMatchObject([{ code: 'mappingFailed', row: 1, field: 'it' }]);
    expect(JSON.stringify(problems)).toContain('D3030');
    expect(JSON.stringify(problems)).not.toContain('nhiều');
  });

  test('nothing but the mapped goes on', async () => {
    const rows = await mapped(
      [{ ma: 1, nguoiNop: { hoTen: 'A' }, ghiChu: 'B' }],
      mapping({ code: 'ma', all: 'nguoiNop' }),
    );
    expect(rows).toEqual([{ code: 1, all: { is: 'object' } }]);
  });

  test('what is wrong with a mapping is told with the field, whatever the rows', async () => {
    expect(
      await mapped([], mapping({ good: 'a', bad: 'a.(', worse: '$$$(' }, 'rows[')),
    ).toMatchObject([{ field: 'rows' }, { field: 'bad' }, { field: 'worse' }]);
  });

  test('rows keep their number through many', async () => {
    const rows = Array.from({ length: 1_001 }, (_, at) => ({ a: at === 900 ? 'x' : '1' }));
    expect(await mapped(rows, mapping({ n: '$number(a)' }))).toMatchObject([
      { row: 901, field: 'n' },
    ]);
    expect(await mapped(rows, mapping({ n: 'a' }))).toHaveLength(1_001);
  });
});

describe('a mapping that does not come to an end', () => {
  const answer = { bytes: bytesOf([{ a: `${'a'.repeat(60)}!` }]), bindings: {} };
  const runs = async (expression: string) => {
    await using mapper = threadMapper({ timeLimitMs: 300, heapMb: 64 });
    const ended = await mapper.map({ ...answer, mapping: mapping({ it: expression }) });
    const next = await mapper.map({ ...answer, mapping: mapping({ it: '"still here"' }) });
    return [ended.kind === 'failed' ? ended.problems[0]?.code : 'mapped', next.kind];
  };

  test.each([
    ['a loop', '($f := function($x) { $f($x) }; $f(1))', ['mappingTooSlow']],
    ['a search that goes back and forth', '$match(a, /^(a+)+$/)', ['mappingTooSlow']],
    [
      'a list without end',
      '$count([1..9999999].[1..100])',
      ['mappingFailed', 'mappingTooSlow', 'tooLarge'],
    ],
    ['a hole', '($f := function($x) { 1 + $f($x) }; $f(1))', ['mappingFailed']],
    [
      'a text without end',
      '($f := function($t) { $f($t & $t) }; $f("0123456789"))',
      ['mappingFailed', 'mappingTooSlow', 'tooLarge'],
    ],
  ])('%s is ended, and the next answer is mapped', async (_what, expression, codes) => {
    const [code, next] = await runs(expression);
    expect(codes).toContain(code);
    expect(next).toBe('mapped');
  });
});

test('the thread says what the mapping itself says', async () => {
  await using mapper = threadMapper();
  const request = {
    bytes: bytesOf([{ a: 1 }, { a: 2 }]),
    mapping: mapping({ n: 'a' }),
    bindings: {},
  };
  expect(await mapper.map(request)).toEqual(await mapAnswer(request));
});
