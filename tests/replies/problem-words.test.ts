import { globSync, readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { problemTextOnMachine } from '../../src/replies/problem-text.ts';
import { WORDED_PROBLEMS } from '../../src/replies/problem-words.ts';
import { INTAKE_PROBLEMS } from '../../src/snapshots/intake-problem.ts';

/** Codes written down in the program itself: `code: 'badSetting'`, `wrong('secretInFile', …)`. */
function codesIn(files: string): readonly string[] {
  return globSync(files).flatMap((file) =>
    Array.from(
      readFileSync(file, 'utf8').matchAll(/(?:code: |wrong\()'(\w+)'/gu),
      ([, code]) => code ?? '',
    ),
  );
}

const OF_THE_SHELL = codesIn(
  'src/{*.ts,shell/*.ts,sources/dossiers/column-names.ts,sources/http/secrets.ts,channels/*/configuration.ts}',
);

describe('every code has words', () => {
  test('codes of configuration and command line are found at all', () => {
    expect(OF_THE_SHELL).toContain('unknownKey');
    expect(OF_THE_SHELL).toContain('unknownCommand');
  });

  test.each([...new Set(OF_THE_SHELL)])('%s', (code) => {
    expect(WORDED_PROBLEMS).toContain(code);
  });

  test('and no words are left over', () => {
    const used = new Set<string>([...Object.keys(INTAKE_PROBLEMS), ...OF_THE_SHELL]);
    expect(WORDED_PROBLEMS.filter((code) => !used.has(code))).toEqual([]);
  });
});

describe('a problem in one line', () => {
  test.each([
    ['a.csv:12:E', 'notANumber', 'một', 'a.csv, dòng 12, cột E: không phải số: một'],
    [
      'a.csv:3',
      'duplicateRow',
      'UBND xã A',
      'a.csv, dòng 3: cơ quan (lĩnh vực) xuất hiện hai lần: UBND xã A',
    ],
    ['a.csv', 'empty', '', 'a.csv: tệp rỗng'],
    ['PORT', 'badSetting', 'port', 'PORT: giá trị không hợp lệ: cổng là số từ 0 đến 65535'],
  ])('%s %s %s', (place, code, detail, text) => {
    expect(problemTextOnMachine({ code, place, detail })).toBe(text);
  });
});
