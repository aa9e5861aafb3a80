/**
 * Writes the Word documents of fixtures/sources with LibreOffice: `node tests/sources/file/make-docx.ts`. Run by hand
 * when one has to change; the tests read the written files, as they would come from an office.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, copyFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { CellValue } from 'hucre/xlsx';

import { formII06a, htmlOf, phuLuc2 } from './printed-tables.ts';

const FOLDER = 'fixtures/sources';

/** A report as departments write it: prose, and the form between the others that begin with the same columns. */
function report(): string {
  const { rows, merges } = formII06a();
  const heading = rows
    .slice(0, 6)
    .flatMap((row) => String(row.find((cell) => cell !== null) ?? '').split('\n'));
  const form = htmlOf({
    rows: rows.slice(6, 13),
    merges: merges
      .filter(({ startRow }) => startRow >= 6)
      .map((each) => ({ ...each, startRow: each.startRow - 6, endRow: each.endRow - 6 })),
  });
  const prose = 'Ngày 17/08/20223, Sở Kế hoạch và Đầu tư ban hành Công văn số 3224/SKHĐT-VP.';
  return page([
    `<p>BÁO CÁO</p><p>${prose}</p>`,
    ...heading.map((line) => `<p>${line}</p>`),
    tableIn(form),
    '<p>Biểu số II.07b/VPCP/KSTT</p>',
    tableOf([
      ['STT', 'Lĩnh vực', 'Tổng số TTHC', 'Cấp tỉnh', 'Cấp huyện'],
      ['1', 'Đầu tư tại Việt Nam', '108', '108', '0'],
      ['TỔNG CỘNG', '', '108', '108', '0'],
    ]),
    '<p>Biểu số II.08/VPCP/KSTT</p>',
    tableOf([
      ['STT', 'Lĩnh vực', 'Được giao', 'Đã triển khai', 'Số lượng hồ sơ phát sinh'],
      ['(1)', '(2)', '(3)', '(8)', '(8)'],
      ['1', 'Đăng ký doanh nghiệp', '55%', '97,45%', 'hồ sơ trực tuyến: 2493/2558'],
      ['', 'TỔNG CỘNG', '55%', '97,45%', '2493'],
    ]),
  ]);
}

/** Phụ lục 2 as a scan gives it back: a table a page, each with the header again. */
function appendix(): string {
  const { rows = [], merges = [] } = phuLuc2();
  const header = htmlOf({
    rows: rows.slice(3, 5).map((row) => [...row]),
    merges: merges
      .filter(({ startRow }) => startRow >= 3)
      .map((each) => ({ ...each, startRow: each.startRow - 3, endRow: each.endRow - 3 })),
  });
  const headerRows = /<tr>.*<\/tr>/su.exec(header)?.[0] ?? '';
  const data = rows.slice(5, -2).filter((row) => row[0] !== 'Stt' && row[0] !== null);
  const pages = Array.from({ length: Math.ceil(data.length / 40) }, (_, at) =>
    data.slice(at * 40, at * 40 + 40),
  );
  return page([
    ...rows.slice(0, 3).map(([line]) => `<p>${String(line)}</p>`),
    ...pages.flatMap((lines, at) => [
      ...(at === 0 ? [] : [`<p>${String(at + 1)}</p>`]),
      `<table border="1">${headerRows}${lines.map((row) => rowOf(printed(row))).join('')}</table>`,
    ]),
    '<p>Kỳ thống kê từ ngày 15/12/2022 đến 14/12/2023</p>',
  ]);
}

function printed(cells: readonly CellValue[]): readonly string[] {
  return cells.map((cell, column) => {
    if (column === 10) return `${(Number(cell) * 100).toFixed(2)}%`;
    return typeof cell === 'number' ? cell.toLocaleString('en-US') : String(cell ?? '');
  });
}

const rowOf = (cells: readonly string[]) =>
  `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const tableOf = (rows: readonly (readonly string[])[]) =>
  `<table border="1">${rows.map(rowOf).join('')}</table>`;
const tableIn = (html: string) => /<table.*<\/table>/su.exec(html)?.[0] ?? '';
const page = (parts: readonly string[]) =>
  `<html><head><meta charset="utf-8"></head><body>${parts.join('\n')}</body></html>`;

function writeDocx(name: string, html: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'docx-'));
  writeFileSync(join(folder, `${name}.html`), html);
  const args = [
    '--headless',
    '--infilter=HTML (StarWriter)',
    '--convert-to',
    'docx:MS Word 2007 XML',
  ];
  execFileSync('soffice', [...args, '--outdir', folder, join(folder, `${name}.html`)]);
  copyFileSync(join(folder, `${name}.docx`), join(FOLDER, `${name}.docx`));
}

if (import.meta.main) {
  writeDocx('ii-06a-in-a-report', report());
  writeDocx('phu-luc-2-a-table-a-page', appendix());
}
