/**
 * Writes the spreadsheets of fixtures/sources: `node tests/sources/file/make-xlsx.ts`. Run by hand when one has to
 * change; the tests read the written files, as they would come from an office.
 */
import { readFileSync, writeFileSync } from 'node:fs';

import { writeXlsx } from 'hucre/xlsx';
import type { CellValue, WriteSheet } from 'hucre/xlsx';

import { formII06a, htmlOf, phuLuc2 } from './printed-tables.ts';
import type { Form } from './printed-tables.ts';

const FOLDER = 'fixtures/sources';

function changed(change: (form: Form) => void): Form {
  const form = formII06a();
  change(form);
  return form;
}

function setCell({ rows }: Form, address: string, value: CellValue): void {
  const column = address.codePointAt(0) ?? 65;
  const row = rows[Number(address.slice(1)) - 1];
  if (row !== undefined) row[column - 65] = value;
}

const sheet = (form: Form, name = 'II.06a'): WriteSheet => ({ name, ...form });

async function write(file: string, sheets: WriteSheet[], password?: string): Promise<void> {
  const encryption = password === undefined ? {} : { encryption: { password, spinCount: 1000 } };
  writeFileSync(`${FOLDER}/${file}`, await writeXlsx({ sheets, ...encryption }));
}

async function writeForms(): Promise<void> {
  await write('ii-06a-so-khdt-quy-3-2023.xlsx', [sheet(formII06a())]);
  const shifted = changed(({ rows, merges }) => {
    rows[12]?.splice(1, 1);
    merges.pop();
  });
  await write('ii-06a-total-row-one-column-left.xlsx', [sheet(shifted)]);
  await write('phu-luc-2-nam-2023-as-printed.xlsx', [phuLuc2()]);
  writeFileSync(`${FOLDER}/ii-06a-saved-as-web-page.xls`, htmlOf(formII06a()));
  const notes: WriteSheet = { name: 'Ghi chú', rows: [['Người lập', 'Nguyễn Văn A']] };
  await write('ii-06a-and-another-sheet.xlsx', [notes, sheet(formII06a())]);
}

async function writeBadForms(): Promise<void> {
  const bad: Readonly<Record<string, (form: Form) => void>> = {
    'row-does-not-add-up': (form) => setCell(form, 'D11', 2394),
    'total-is-not-the-sum': (form) => {
      setCell(form, 'K13', 194);
      setCell(form, 'L13', 194);
    },
    'total-row-missing': ({ rows }) => rows.splice(12),
    'no-period': ({ rows }) => rows.splice(2, 2, [null], [null]),
    'two-periods': (form) => setCell(form, 'A3', 'Kỳ báo cáo: Quý II năm 2023'),
    'no-reporting-agency': (form) => setCell(form, 'I5', null),
    'unknown-reporting-agency': (form) =>
      setCell(form, 'I5', 'Đơn vị báo cáo: Sở Kế hoach và Đầu tư'),
    'column-missing': (form) => setCell(form, 'F8', 'Ghi chú'),
    'field-twice': (form) =>
      setCell(form, 'B12', 'Lĩnh vực Đăng ký thành lập và hoạt động doanh nghiệp'),
    'words-in-a-count': (form) => setCell(form, 'E12', 'trực tiếp: 46 hồ sơ'),
  };
  for (const [name, change] of Object.entries(bad)) {
    const form = changed(change);
    if (name === 'total-row-missing') form.merges.pop();
    await write(`bad/${name}.xlsx`, [sheet(form)]);
  }
  await write('bad/encrypted.xlsx', [sheet(formII06a())], 'mật khẩu');
  const whole = readFileSync(`${FOLDER}/ii-06a-so-khdt-quy-3-2023.xlsx`);
  writeFileSync(`${FOLDER}/bad/cut-off.xlsx`, whole.subarray(0, whole.length / 2));
}

if (import.meta.main) {
  await writeForms();
  await writeBadForms();
}
