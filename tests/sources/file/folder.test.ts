import { copyFile, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { fileSource, folderSource } from '../../../src/sources/file/file-source.ts';
import { all, reading } from './reading.ts';

const newFolder = () => mkdtemp(join(tmpdir(), 'figures-'));

test('a folder gives its tables and documents in order of name, and nothing else', async () => {
  const folder = await newFolder();
  const put = (from: string, name: string) => copyFile(from, join(folder, name));
  await put('fixtures/sources/ii-06a-so-khdt-quy-3-2023.xlsx', 'b.XLSX');
  await put('fixtures/figures/phu-luc-2-nam-2023.csv', 'c.csv');
  await put('fixtures/figures/phu-luc-2-nam-2023.yaml', 'c.yaml');
  await put('fixtures/figures/43-bc-ubnd-nam-2020.yaml', 'a.yaml');
  await put('fixtures/sources/ii-06a-so-khdt-quy-3-2023.xlsx', '~$b.xlsx');
  await writeFile(join(folder, '.hidden.csv'), 'x');
  await writeFile(join(folder, 'notes.pdf'), 'x');
  await put('fixtures/sources/ii-06a-in-a-report.docx', 'd.docx');
  await put('fixtures/sources/ii-06a-copied-from-the-document.csv', 'e.txt');
  await mkdir(join(folder, 'old.csv'));
  const payloads = await all(folderSource('file', folder, reading));
  expect(payloads.map(({ kind, origin }) => [kind, origin])).toEqual([
    ['read', 'a.yaml'],
    ['read', 'b.XLSX'],
    ['read', 'c.csv'],
    ['read', 'd.docx'],
    ['read', 'e.txt'],
  ]);
});

test('documents may be JSON', async () => {
  const folder = await newFolder();
  const document = { number: null, title: 'Số liệu', issuedOn: null, place: 'trang 1' };
  const head = { document, period: 2023, scope: 'one-stop', formula: null, asOf: '2023-12-14' };
  const statements = [{ agency: 'toan-tinh', metric: 'overdue', rate: '0,49%' }];
  await writeFile(join(folder, 'a.json'), JSON.stringify({ ...head, statements }));
  const [payload] = await all(folderSource('file', folder, reading));
  expect(payload).toMatchObject({
    kind: 'read',
    readings: [{ period: '2023', figures: [], statements: [{ rate: 49, numerator: null }] }],
  });
});

test('a bad file between good ones does not end the reading', async () => {
  const good = 'fixtures/figures/43-bc-ubnd-nam-2020.yaml';
  const source = fileSource('file', [good, 'fixtures/sources/bad/cut-off.xlsx', good], reading);
  expect((await all(source)).map(({ kind }) => kind)).toEqual(['read', 'refused', 'read']);
});

test('a folder that is not there is a fault of the source', async () => {
  await expect(all(folderSource('file', 'fixtures/none', reading))).rejects.toMatchObject({
    name: 'SourceUnreadable',
    problems: [{ code: 'sourceFailed', place: 'fixtures/none', detail: 'ENOENT' }],
  });
});
