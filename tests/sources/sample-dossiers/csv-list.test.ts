import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';

import { SAMPLE_COLUMNS } from '../../../src/sources/sample-dossiers/catalogue.ts';
import { csvList } from '../../../src/sources/sample-dossiers/csv-list.ts';
import { sampleDossiers } from '../../../src/sources/sample-dossiers/sample-dossiers.ts';
import { at } from '../../calendar/viet-nam.ts';
import { alone, catalogue, whole } from './plan.ts';

const plan = alone('h-khanh-vinh');
const samples = Array.from(sampleDossiers(plan));
const lines = Array.from(csvList(samples, plan));
const [header = [], ...rows] = z
  .array(z.array(z.string()))
  .parse(parse(lines.join(''), { bom: true }));
const cell = (row: readonly string[], title: string) => row[header.indexOf(title)];

describe('the list', () => {
  test('begins with the mark of UTF-8 and the titles of one-stop systems', () => {
    expect(lines[0]).toMatch(/^\uFEFFMã hồ sơ,Tên thủ tục,Lĩnh vực,Cơ quan giải quyết,/u);
    expect(header).toEqual(SAMPLE_COLUMNS.map((column) => catalogue.columns[column]));
  });

  test('has a row a dossier, as wide as the header', () => {
    expect(rows).toHaveLength(samples.length);
    expect(rows.filter((row) => row.length !== header.length)).toEqual([]);
  });

  test('shows what the dossier holds', () => {
    for (const [index, { dossier, procedure }] of samples.entries()) {
      const row = rows[index] ?? [];
      expect(cell(row, 'Mã hồ sơ')).toBe(dossier.code);
      expect(cell(row, 'Tên thủ tục')).toBe(procedure);
      expect(cell(row, 'Cơ quan giải quyết')).toBe('UBND huyện Khánh Vĩnh');
      expect(cell(row, 'Bước hiện tại')).toBe(dossier.step ?? '');
      expect(cell(row, 'Trạng thái')).toBe(catalogue.states[dossier.state]);
      expect(cell(row, 'Ngày kết thúc xử lý') === '').toBe(dossier.closedAt === null);
      const isExtended = dossier.currentDueAt?.toString() !== dossier.originalDueAt?.toString();
      expect(cell(row, 'Gia hạn đến') !== '').toBe(isExtended);
    }
  });

  test('writes moments as they are printed, a deadline without an hour as a day', () => {
    const [sample] = samples;
    if (sample === undefined) throw new Error('no samples');
    const dossier = {
      ...sample.dossier,
      receivedAt: at('2026-01-05T07:30'),
      originalDueAt: at('2026-01-09T23:59:59.999'),
      currentDueAt: at('2026-02-03T16:30'),
      closedAt: null,
    };
    const [, line = ''] = Array.from(csvList([{ ...sample, dossier }], plan));
    expect(line).toContain(',05/01/2026 07:30,09/01/2026,03/02/2026 16:30,,');
  });

  test('has a made-up applicant in every row, always the same, with a number nobody has', () => {
    expect(rows.filter((row) => !/^\S+ \S+ \S+$/u.test(cell(row, 'Chủ hồ sơ') ?? ''))).toEqual([]);
    expect(
      rows.filter((row) => !/^0000\.\d{3}\.\d{3}$/u.test(cell(row, 'Số điện thoại') ?? '')),
    ).toEqual([]);
    expect(Array.from(csvList(samples, plan))).toEqual(lines);
    expect(Array.from(csvList(samples, { ...plan, seed: 2 }))).not.toEqual(lines);
  });

  test('is written while it is made', () => {
    const [first] = csvList(sampleDossiers(whole), whole);
    expect(first).toBe(lines[0]);
  });
});

test('nothing of an applicant is in the dossiers themselves', () => {
  const { families, streets } = catalogue.applicants;
  const kept = JSON.stringify(samples.map(({ dossier }) => dossier));
  const told = [...families.map((name) => `"${name} `), ...streets, '0000.'];
  expect(told.filter((text) => kept.includes(text))).toEqual([]);
});
