/* Reads a great list over HTTP in a process of its own, whose heap holds nothing of other tests; tells what it held up. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

import * as z from 'zod';

import { AgencyId } from '../../../src/agencies/agency.ts';
import type { DossierSource } from '../../../src/polling/dossier-source.ts';
import { mappedListReader } from '../../../src/sources/dossiers/mapped-list.ts';
import { httpDossiers } from '../../../src/sources/http/http-dossiers.ts';
import { threadMapper } from '../../../src/sources/http/map-thread.ts';
import { askingRoom, dossierOptions, directory, finder } from './asking.ts';

const ROWS = 50_000;
const READINGS = 4;
/** A system with a thread of its own: what it does is not counted here. */
const SYSTEM = `
  const { createServer } = require('node:http');
  const { parentPort } = require('node:worker_threads');
  const items = Array.from({ length: ${String(ROWS)} }, (_, at) => ({
    maHoSo: 'H32.01-26' + String(at).padStart(7, '0'), maDonVi: 'H32.01', buocXuLy: 'Thẩm định',
    tenThuTuc: 'Cấp giấy phép xây dựng nhà ở riêng lẻ tại đô thị ' + (at % 300),
    trangThai: 'Đang xử lý', ngayTiepNhan: '02/11/2026 08:15', ngayHenTra: '27/11/2026 16:30',
  }));
  const answer = JSON.stringify({ thoiDiem: '2026-11-21T08:00:00+07:00', tong: items.length, items });
  const server = createServer((_request, response) => response.end(answer));
  server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
`;

/** Reads all rows, and tells the longest work of this thread between two turns of its loop, in ms of its own time. */
async function heldWhileReading(source: DossierSource): Promise<number> {
  let longest = 0;
  let before = process.threadCpuUsage();
  const timer = setInterval(() => {
    const now = process.threadCpuUsage();
    longest = Math.max(longest, now.user + now.system - before.user - before.system);
    before = now;
  }, 1);
  let rows = 0;
  for await (const payload of source.fetch()) {
    if (payload.kind === 'refused') throw new Error(JSON.stringify(payload.problems));
    for await (const { dossiers } of payload.batches()) rows += dossiers.length;
  }
  clearInterval(timer);
  if (rows !== ROWS) throw new Error(`${String(rows)} rows`);
  return longest / 1_000;
}

const system = new Worker(SYSTEM, { eval: true });
const [port] = z.tuple([z.int()]).parse(await once(system, 'message'));
const root = `http://127.0.0.1:${String(port)}`;
const codes = { 'H32.01': AgencyId.parse('so-yt') };
const reading = { finder, directory, sensitiveWords: [], agency: null, codes };
const source = httpDossiers(
  dossierOptions({ root }, { paging: { by: 'none' }, url: `${root}/ho-so` }),
  {
    ...askingRoom(),
    openMapper: threadMapper,
    readList: (list) => mappedListReader(reading, list),
  },
);
const held = [];
for (let times = 0; times < READINGS; times += 1) held.push(await heldWhileReading(source));
// The best of some: what a piece needs, without compiling and collecting that fall into one by chance.
process.stdout.write(String(Math.min(...held)));
process.exit();
