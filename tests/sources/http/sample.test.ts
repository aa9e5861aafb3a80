import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { AgencyId } from '../../../src/agencies/agency.ts';
import { type TriedSample, triedSampleLines } from '../../../src/replies/tried-sample-lines.ts';
import { mappedListReader } from '../../../src/sources/dossiers/mapped-list.ts';
import { tryDossiers, tryFigures } from '../../../src/sources/http/try-sample.ts';
import {
  askingRoom,
  CODES,
  codesOf,
  DOSSIER_FIELDS,
  directory,
  dossierOptions,
  FIGURE_FIELDS,
  figureOptions,
  finder,
} from './asking.ts';

const AT = { root: 'https://motcua.example.vn' };
const room = askingRoom();
const codes = Object.fromEntries(
  Object.entries(CODES).map(([code, id]) => [code, AgencyId.parse(id)]),
);
const reading = { finder, directory, sensitiveWords: [], agency: null, codes };
const readList = (list: Parameters<typeof mappedListReader>[1]) => mappedListReader(reading, list);

const FIGURES = {
  rows: 'duLieu',
  asOf: 'thoiDiem',
  period: { from: 'kyBaoCao.tuNgay', to: 'kyBaoCao.denNgay' },
};

const guard = { owner: null, hasCodes: true };

async function figureLines(mapping: object, changes: object = {}) {
  const tried = await tryFigures(figureOptions(AT, { mapping, ...changes }), room);
  const of = { name: 'mot-cua', sample: 'thong-ke.json', takes: 'figures', guard } as const;
  return triedSampleLines({ ...of, ...tried }, directory);
}

/** What stands behind the counts of each row. */
const rates = async (fields: object) =>
  (await figureLines({ ...FIGURES, fields })).map((line) => line.split(' → ')[1]);

async function dossierLines(mapping: object) {
  const options = dossierOptions(AT, { mapping });
  const tried = await tryDossiers(options, { ...room, readList });
  const of = { name: 'ho-so', sample: 'ho-so.json', takes: 'dossiers', guard } as const;
  return triedSampleLines({ ...of, ...tried }, directory);
}

describe('a mapping of figures is shown as what it makes of its sample', () => {
  test('that fits', async () => {
    const { agency, received, resolvedOverdue } = FIGURE_FIELDS;
    expect(
      await figureLines({ ...FIGURES, fields: { agency, received, resolvedOverdue } }),
    ).toEqual([
      '✓ Nguồn mot-cua, thử trên mẫu thong-ke.json',
      '    năm 2026 (15/12/2025–14/12/2026), số liệu đến 20/11/2026: 3 dòng:',
      '    Sở Y tế: tiếp nhận 5.120 · giải quyết trễ hạn 17',
      '    Sở Tài chính: tiếp nhận 1.904 · giải quyết trễ hạn 2',
      '    UBND phường Nha Trang: tiếp nhận 14.982 · giải quyết trễ hạn 109',
    ]);
  });

  test('that takes one column for another: what every poll would refuse is told now', async () => {
    const lines = await figureLines({
      ...FIGURES,
      fields: {
        ...FIGURE_FIELDS,
        resolvedEarly: 'daGiaiQuyet.tong',
        resolvedOnTime: 'daGiaiQuyet.treHan',
        resolvedOverdue: 'daGiaiQuyet.dungHan',
      },
    });
    expect(lines[0]).toMatch(/^✗/u);
    expect(lines.join('\n')).toMatch(
      /✗ thong-ke\.json: các cột thành phần không cộng bằng cột tổng.*Sở Y tế.*đã giải quyết/u,
    );
  });

  test('that takes one for another and adds up all the same: the rate tells', async () => {
    const swapped = {
      ...FIGURE_FIELDS,
      resolvedOnTime: 'daGiaiQuyet.treHan',
      resolvedOverdue: 'daGiaiQuyet.dungHan',
    };
    expect(await rates(FIGURE_FIELDS)).toContain('tỷ lệ trễ hạn 0,45% (công thức của tỉnh)');
    expect(await rates(swapped)).toContain('tỷ lệ trễ hạn 93,59% (công thức của tỉnh)');
    const { agency, resolved, resolvedOverdue } = FIGURE_FIELDS;
    expect(await rates({ agency, resolved, resolvedOverdue })).toContain(
      'tỷ lệ trễ hạn 0,35% (chỉ tính hồ sơ đã giải quyết)',
    );
  });

  test('that would be taken in and doubted', async () => {
    const { agency, resolved, pending } = FIGURE_FIELDS;
    const fields = { agency, resolved, pending, received: 'kyTruocChuyenQua' };
    const lines = await figureLines({ ...FIGURES, fields });
    expect(lines[0]).toBe('⚠ Nguồn mot-cua, thử trên mẫu thong-ke.json');
    expect(lines).toContain(
      '    ⚠ Sở Y tế: đã và đang giải quyết cộng lại 5.120, nhiều hơn số tiếp nhận 212',
    );
  });

  test('of an answer recorded in another year, which says no days of its own', async () => {
    const { agency, received } = FIGURE_FIELDS;
    const mapping = { rows: 'duLieu', asOf: '"2024-03-01"', fields: { agency, received } };
    const [head, period] = await figureLines(mapping);
    expect(head).toMatch(/^✓/u);
    expect(period).toContain('năm 2024 (15/12/2023–14/12/2024), số liệu đến 01/03/2024');
  });

  test('with a slip in a field: which, where, and what there is', async () => {
    const lines = await figureLines({
      ...FIGURES,
      fields: { agency: 'maDonVi', resolved: 'daGiaiQuyet.tog' },
    });
    expect(lines).toContain(
      '    ✗ thong-ke.json, dòng 1, cột resolved: không thấy trường này trong dòng, theo biểu thức: daGiaiQuyet.tog',
    );
    expect(lines.at(-1)).toBe(
      '    Mẫu có các trường: maDonVi, tenDonVi, tongTiepNhan, kyTruocChuyenQua, daGiaiQuyet.tong, daGiaiQuyet.dungHan, daGiaiQuyet.treHan, dangGiaiQuyet.tong, dangGiaiQuyet.trongHan, dangGiaiQuyet.treHan',
    );
  });

  test.each<[what: string, mapping: object, line: string]>([
    [
      'rows',
      { rows: 'data' },
      '    ✗ thong-ke.json: không thấy danh sách dòng theo biểu thức: rows: data',
    ],
    [
      'an agency by what is no code',
      { fields: { agency: 'tongTiepNhan', received: 'tongTiepNhan' } },
      'cột agency: không có trong agencyCodes của nguồn, có thể là của tỉnh khác: 5120',
    ],
    [
      'a text',
      { fields: { agency: 'maDonVi', received: 'tenDonVi' } },
      'cột received: không phải số: Sở Y tế',
    ],
    [
      'a group',
      { fields: { agency: 'maDonVi', received: 'daGiaiQuyet' } },
      'cột received: không phải số: object',
    ],
    [
      'a day',
      { asOf: 'trangThai' },
      '    ✗ thong-ke.json: không có ngày giờ này, cần dạng ngày/tháng/năm: asOf: OK',
    ],
    [
      'what cannot be read',
      { fields: { agency: 'maDonVi', received: 'a.(' } },
      '    ✗ thong-ke.json: biểu thức JSONata không tính được: received: S0203',
    ],
  ])('with a slip in %s', async (_what, mapping, line) => {
    const lines = await figureLines({ ...FIGURES, fields: FIGURE_FIELDS, ...mapping });
    expect(lines[0]).toMatch(/^✗/u);
    expect(lines.join('\n')).toContain(line);
  });

  test('without its file', async () => {
    const lines = await figureLines(
      { ...FIGURES, fields: FIGURE_FIELDS },
      { sample: 'không-có.json' },
    );
    expect(lines.slice(1)).toEqual(['    ✗ không-có.json: không có tệp này: ENOENT']);
  });
});

async function guardedLines(told: TriedSample['guard']) {
  const tried = await tryFigures(
    figureOptions(AT, { mapping: { ...FIGURES, fields: FIGURE_FIELDS } }),
    room,
  );
  const of = { name: 'mot-cua', sample: 'thong-ke.json', takes: 'figures', guard: told } as const;
  return triedSampleLines({ ...of, ...tried }, directory);
}

describe('what keeps another province out', () => {
  test('is shown', async () => {
    expect((await guardedLines({ owner: 'H32', hasCodes: false })).slice(0, 2)).toEqual([
      '✓ Nguồn mot-cua, thử trên mẫu thong-ke.json',
      '    Chỉ nhận câu trả lời của: H32',
    ]);
  });

  test('and missed', async () => {
    const [head, ...rest] = await guardedLines({ owner: null, hasCodes: false });
    expect(head).toMatch(/^⚠/u);
    expect(rest.at(-1)).toContain('⚠ chưa có agencyCodes hay mapping.owner');
  });
});

describe('a mapping of dossiers', () => {
  const rows = { rows: 'items', total: 'tong' };

  test('that fits, though the sample is one page of many', async () => {
    expect(await dossierLines({ ...rows, fields: DOSSIER_FIELDS })).toEqual([
      '✓ Nguồn ho-so, thử trên mẫu ho-so.json',
      '    2 dòng:',
      '    H32.01-261102-0001 · Sở Y tế · đang xử lý · hẹn trả 16:30 27/11/2026 · Thẩm định',
      '    H32.30-261105-0147 · UBND phường Nha Trang · yêu cầu bổ sung · hẹn trả 16:30 24/11/2026 · Trình lãnh đạo ký',
    ]);
  });

  test('with a field that no row has, which a system may leave out and nobody would miss', async () => {
    const lines = await dossierLines({ ...rows, fields: { ...DOSSIER_FIELDS, desk: 'canBo' } });
    expect(lines).toContain(
      '    ✗ ho-so.json: không thấy trường này trong dòng, theo biểu thức: desk: canBo',
    );
  });

  test('with a state that is none', async () => {
    const lines = await dossierLines({ ...rows, fields: { ...DOSSIER_FIELDS, state: 'buocXuLy' } });
    expect(lines.join('\n')).toContain(
      '✗ ho-so.json, dòng 1, cột buocXuLy: không nhận ra trạng thái hồ sơ',
    );
  });
});

test('the samples hold nothing of an applicant', () => {
  for (const name of ['thong-ke', 'ho-so']) {
    const text = readFileSync(`fixtures/sources/http/${name}.json`, 'utf8');
    expect(text).not.toMatch(/hoTen|cccd|dienThoai|diaChi|nguoiNop/iu);
  }
});

test('problems of a sample are those of a poll', async () => {
  const { problems } = await tryFigures(
    figureOptions(AT, {
      mapping: { ...FIGURES, fields: { agency: 'maDonVi', received: 'tenDonVi' } },
    }),
    room,
  );
  expect(codesOf(problems)).toEqual(['notANumber']);
});
