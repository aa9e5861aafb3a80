import { describe, expect, test } from 'vitest';

import { ConfigurationInvalid, SourceUnreadable, StoreUnusable } from '../../src/errors.ts';
import { dossierLines, importLines, importSummary } from '../../src/replies/import-lines.ts';
import { problemTextOnMachine } from '../../src/replies/problem-text.ts';
import { checkLine, failureLines } from '../../src/replies/shell-words.ts';
import { keyOf } from '../queries/known.ts';

const withCode = (code: string, message = '') => Object.assign(new Error(message), { code });

describe('what went wrong, and what to do', () => {
  test('every problem of the configuration, a line each', () => {
    const problems = [
      { code: 'badSetting', place: 'PORT', detail: 'port' },
      { code: 'unknownKey', place: 'config.yaml: agences', detail: '' },
    ];
    expect(failureLines(new ConfigurationInvalid(problems))).toEqual([
      'Chưa chạy được, cần sửa:',
      '  - PORT: giá trị không hợp lệ: cổng là số từ 0 đến 65535',
      '  - config.yaml: agences: không có mục cấu hình này, kiểm tra chính tả',
    ]);
  });

  test('a source that cannot be read, with file, row and column', () => {
    const problem = { code: 'notANumber', place: 'a.csv:12:E', detail: 'một' };
    expect(failureLines(new SourceUnreadable('a.csv', [problem]))).toEqual([
      'Không đọc được a.csv:',
      '  - a.csv, dòng 12, cột E: không phải số: một',
    ]);
  });

  test.each(['corrupt', 'newerVersion', 'notWritable', 'changedMigration'] as const)(
    'a store that is %s: one line that names the file',
    (reason) => {
      const [line, ...more] = failureLines(new StoreUnusable('data/dung-hen.db', reason));
      expect(line).toMatch(/^Không mở được kho số liệu data\/dung-hen\.db: .{20,}\.$/u);
      expect(line).not.toContain(reason);
      expect(more).toEqual([]);
    },
  );

  test.each([
    ['EADDRNOTAVAIL', 'listen EADDRNOTAVAIL: 1.2.3.4', /^Máy này không có địa chỉ.*1\.2\.3\.4/u],
    ['ENOTFOUND', 'getaddrinfo ENOTFOUND nope', /^Máy này không có địa chỉ.*nope.*Bỏ HOST/u],
    ['EADDRINUSE', 'listen EADDRINUSE', /^Cổng đã có chương trình khác dùng.*PORT=8081/u],
    ['EACCES', 'open /srv/x', /^Không có quyền: open \/srv\/x$/u],
    ['ENOENT', 'open x.yaml', /^Thiếu tệp: open x\.yaml$/u],
    [
      'ERR_PARSE_ARGS_UNKNOWN_OPTION',
      "Unknown option '--foo'",
      /^Tham số không đúng: --foo\. Xem cách dùng: chạy lại lệnh này với --help\.$/u,
    ],
  ])('%s', (code, message, line) => {
    expect(failureLines(withCode(code, message))).toEqual([expect.stringMatching(line)]);
  });

  test('what nobody thought of is passed on', () => {
    expect(failureLines(new Error('odd'))[0]).toBe('Lỗi chưa lường trước: odd');
    expect(failureLines('odd')[0]).toBe('Lỗi chưa lường trước: odd');
  });
});

test.each([
  [{ name: 'store', mark: 'good', detail: './data' } as const, '✓ Kho số liệu: ./data'],
  [{ name: 'fonts', mark: 'bad', detail: '' } as const, '✗ Phông chữ biểu đồ'],
])('a check: %j', (check, line) => {
  expect(checkLine(check)).toBe(line);
});

describe('an import', () => {
  const document = { number: '55/BC-UBND', title: 'Báo cáo', issuedOn: null, place: 'Phụ lục 2' };
  const reading = { document, period: keyOf('2023'), figures: 185, statements: 0, findings: 0 };
  const taken = (differences: object) => ({
    kind: 'taken' as const,
    origin: 'a.csv',
    readings: [{ ...reading, outcome: 'stored' as const, ...differences }],
  });

  test.each([
    [
      {},
      '✓ a.csv: đã nạp — Báo cáo 55/BC-UBND, Phụ lục 2, năm 2023: 185 dòng số liệu, 0 số công bố',
    ],
    [
      { findings: 1178 },
      '✓ a.csv: đã nạp — Báo cáo 55/BC-UBND, Phụ lục 2, năm 2023: 185 dòng số liệu, 0 số công bố, 1.178 điểm cần lưu ý khi đối chiếu',
    ],
  ])('of what was taken: %j', (differences, line) => {
    expect(importLines(taken(differences), problemTextOnMachine)).toEqual([line]);
  });

  test.each([
    ['unchanged', 'không đổi, không nạp lại'],
    ['restated', 'đã nạp bản mới, giữ cả bản cũ'],
    ['new', 'sẽ nạp'],
  ] as const)('%s: %s', (outcome, words) => {
    expect(importLines(taken({ outcome }), problemTextOnMachine)[0]).toContain(
      `a.csv: ${words} — `,
    );
  });

  test('a refused file: the first twenty problems, and how many more', () => {
    const problem = { code: 'notANumber', place: 'a.csv:2:E', detail: '' };
    const problems = Array.from({ length: 1022 }, () => problem);
    const lines = importLines({ kind: 'refused', origin: 'a.csv', problems }, problemTextOnMachine);
    expect(lines).toHaveLength(22);
    expect(lines[0]).toBe('✗ a.csv: không nạp, kho số liệu giữ nguyên');
    expect(lines[21]).toBe('   … còn 1.002 lỗi nữa');
  });

  test.each([
    [{ stored: 2, refused: 1 }, 'Nạp 2, từ chối 1 tệp.'],
    [{ unchanged: 3 }, 'Không đổi 3.'],
    [{ new: 1, restated: 1 }, 'Sẽ nạp 1, bản mới 1.'],
  ])('in all %j: %s', (counts, line) => {
    const none = { stored: 0, new: 0, restated: 0, unchanged: 0, refused: 0 };
    expect(importSummary({ ...none, ...counts })).toBe(line);
  });
});

describe('a list of dossiers', () => {
  const none = {
    added: 0,
    changed: 0,
    unchanged: 0,
    disappeared: 0,
    wentBack: 0,
    elsewhere: 0,
    test: 0,
    sensitive: 0,
  };
  const bad = { code: 'badDate', place: 'a.csv:3:J', detail: '31/02/2023' };

  test('what it changed, and nothing of what it did not', () => {
    const changes = { ...none, added: 1_204, disappeared: 3, test: 2 };
    const taken = {
      kind: 'taken',
      origin: 'a.csv',
      changes,
      left: { problems: [], count: 0 },
    } as const;
    expect(dossierLines(taken, problemTextOnMachine)).toEqual([
      '✓ a.csv: đã nạp — 1.204 hồ sơ mới, 3 không còn trong danh sách nên coi là đã xong, 2 hồ sơ thử nghiệm (không tính)',
    ]);
  });

  test('rows left out are told with their places, and how many more there are', () => {
    const left = { problems: [bad], count: 61 };
    expect(
      dossierLines({ kind: 'readable', origin: 'a.csv', rows: 12, left }, problemTextOnMachine),
    ).toEqual([
      '✓ a.csv: sẽ nạp 12 hồ sơ',
      '   bỏ qua các dòng có 61 lỗi:',
      '   - a.csv, dòng 3, cột J: không có ngày giờ này, cần dạng ngày/tháng/năm: 31/02/2023',
      '   … còn 60 lỗi nữa',
    ]);
  });

  test('a file with macros is told of: whoever opens it next should know', () => {
    const list = { origin: 'a.xlsm', left: { problems: [], count: 0 }, hasMacros: true } as const;
    expect(dossierLines({ ...list, kind: 'readable', rows: 12 }, problemTextOnMachine)).toEqual([
      '✓ a.xlsm: sẽ nạp 12 hồ sơ',
      '   tệp có macro: không chạy, chỉ đọc dữ liệu trong các ô',
    ]);
  });

  test('refused, unchanged, and all of them summed with the figures', () => {
    const refused = { kind: 'refused', origin: 'a.csv', problems: [bad] } as const;
    const unchanged = { kind: 'unchanged', origin: 'b.csv' } as const;
    expect(dossierLines(refused, problemTextOnMachine)[0]).toBe(
      '✗ a.csv: không nạp, kho số liệu giữ nguyên',
    );
    expect(dossierLines(unchanged, problemTextOnMachine)).toEqual([
      '✓ b.csv: không đổi, không nạp lại',
    ]);
    const figures = { stored: 1, unchanged: 0, restated: 0, new: 0, refused: 0 };
    expect(importSummary(figures, [refused, unchanged, unchanged])).toBe(
      'Nạp 1, không đổi 2, từ chối 1 tệp.',
    );
  });
});
