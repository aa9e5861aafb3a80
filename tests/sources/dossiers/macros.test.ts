import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';

import type { DossierBatch } from '../../../src/polling/dossier-source.ts';
import { dossierFiles } from '../../../src/sources/dossiers/dossier-files.ts';
import { listReader } from '../../../src/sources/dossiers/list-reader.ts';
import { HEADER, reading, ROW, written } from './lists.ts';

const workbook = (other: { readonly vbaProject?: Uint8Array }) =>
  writeXlsx({ sheets: [{ name: 'DS', rows: [[...HEADER], [...ROW]] }], ...other });

/** Read by a thread, as the bot does: what it finds has to get out of it. */
async function batchesOf(name: string, content: Uint8Array): Promise<readonly DossierBatch[]> {
  const declared = { name: 'test', completeFor: null, partialOk: false };
  const path = await written(name, content);
  const source = dossierFiles(declared, [path], { ...reading, readBatches: listReader() });
  const batches: DossierBatch[] = [];
  for await (const payload of source.fetch()) {
    if (payload.kind === 'list') batches.push(...(await Array.fromAsync(payload.batches())));
  }
  return batches;
}

test.each(['a.xlsm', 'a.xlsx'])(
  'a program in %s is told of, and the data is read',
  async (name) => {
    const [batch] = await batchesOf(name, await workbook({ vbaProject: Uint8Array.of(1, 2, 3) }));
    expect([batch?.hasMacros, batch?.dossiers.length]).toEqual([true, 1]);
  },
);

test('sheets of macros are told of', async () => {
  // The name of a part that the reader does not need, made one of a macro sheet of the same length.
  const text = Buffer.from(await workbook({})).toString('latin1');
  const named = text.replaceAll('docProps/core.xml', 'xl/macrosheets/s1');
  const [batch] = await batchesOf('a.xlsm', Buffer.from(named, 'latin1'));
  expect([named === text, batch?.hasMacros]).toEqual([false, true]);
});

test('a list without one says nothing of it', async () => {
  const [batch] = await batchesOf('a.xlsx', await workbook({}));
  expect([batch?.hasMacros, batch?.dossiers.length]).toEqual([undefined, 1]);
});
