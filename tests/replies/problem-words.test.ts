import { globSync, readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { COUNT_WORDS } from '../../src/replies/count-words.ts';
import { problemTextOnMachine } from '../../src/replies/problem-text.ts';
import { WORDED_PROBLEMS } from '../../src/replies/problem-words.ts';
import { INTAKE_PROBLEMS } from '../../src/snapshots/intake-problem.ts';
import { readColumnNames } from '../../src/sources/dossiers/column-names.ts';
import { LIST_COLUMNS, REQUIRED } from '../../src/sources/dossiers/list-columns.ts';

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

const words = (code: string, detail: string) =>
  problemTextOnMachine({ code, place: 'a.csv:1', detail }).replace('a.csv, dòng 1: ', '');

describe('a column is told by what it is called in tables', () => {
  test.each([
    ['missingColumn', 'dueAt', /^thiếu cột: Ngày hẹn trả \(hoặc .*Hạn trả/u],
    ['missingColumn', 'pendingOverdue', /^thiếu cột: đang giải quyết trễ hạn$/u],
    ['missingColumn', 'path', /^thiếu cột: STT$/u],
    ['duplicateColumn', 'procedure', /^trùng cột: Tên thủ tục$/u],
    ['duplicateColumn', 'state', /^trùng cột: Trạng thái$/u],
  ])('%s %s', (code, detail, said) => {
    expect(words(code, detail)).toMatch(said);
  });

  test.each([...LIST_COLUMNS, ...Object.keys(COUNT_WORDS), 'overdueRate', 'path', 'name', 'field'])(
    'never as %s',
    (column) => {
      expect(words('missingColumn', column)).not.toContain(column);
      expect(words('duplicateColumn', column)).not.toContain(column);
    },
  );

  test('and those of lists are found by the names told', () => {
    const { columns } = readColumnNames(readFileSync('fixtures/dossier-columns.yaml', 'utf8'));
    for (const column of REQUIRED) {
      const told = /: (.*) \(hoặc (.*)\)$/u.exec(words('missingColumn', column));
      const names = [told?.[1] ?? '', ...(told?.[2] ?? '').split(', ')];
      expect(names.filter((name) => !columns[column].includes(name))).toEqual([]);
    }
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
    ['a.csv:3:D', 'unknownAgency', '', 'a.csv, dòng 3, cột D: không có cơ quan này trong danh mục'],
    ['a.csv', 'noSources', '', 'a.csv: config.yaml chưa khai báo nguồn nào loại này (mục sources)'],
    [
      'a.csv:4',
      'broken',
      'CSV_INVALID_CLOSING_QUOTE',
      'a.csv, dòng 4: tệp hỏng hoặc bị cắt ngang: dấu ngoặc kép đóng giữa ô',
    ],
    ['a.xls', 'broken', 'not a valid OLE2 container', 'a.xls: tệp hỏng hoặc bị cắt ngang'],
    ['a.json[]:17:due', 'badCode', '', 'a.json, bản ghi thứ 17, cột due: không phải mã hồ sơ'],
    ['PORT', 'badSetting', 'port', 'PORT: giá trị không hợp lệ: cổng là số từ 0 đến 65535'],
  ])('%s %s %s', (place, code, detail, text) => {
    expect(problemTextOnMachine({ code, place, detail })).toBe(text);
  });
});
