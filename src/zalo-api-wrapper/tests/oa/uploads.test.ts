import { expect, test } from 'vitest';

import type { ZaloOa } from '../../src/index.ts';
import { oaAt, smallOa } from './small-oa.ts';
import { pair, TokenShelf } from './token-shelf.ts';

test.each([
  ['an image', 'image/png', '/v2.0/oa/upload/image', { attachment_id: 'a1' }, 'a1'],
  ['a file', 'application/pdf', '/v2.0/oa/upload/file', { token: 't1' }, 't1'],
] as const)('%s is uploaded byte for byte', async (_name, type, path, data, expected) => {
  await using oa = await smallOa();
  oa.data = data;
  const bytes = Uint8Array.from({ length: 256 }, (_, at) => at);
  const uploaded =
    type === 'image/png'
      ? await oaAt(oa).uploadImage({ bytes, name: 'biểu đồ.png', type })
      : await oaAt(oa).uploadFile({ bytes, name: 'biểu đồ.pdf', type });
  expect(uploaded).toBe(expected);
  const [seen] = oa.calls();
  expect(seen?.url).toBe(path);
  const form = await new Response(Buffer.from(seen?.body ?? '', 'latin1'), {
    headers: { 'content-type': seen?.headers['content-type'] ?? '' },
  }).formData();
  const file = form.get('file');
  if (!(file instanceof File)) throw new TypeError('no file came');
  expect([file.type, file.name.startsWith('biểu đồ')]).toEqual([type, true]);
  expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes);
});

test('an upload whose token lapses is made once more, whole', async () => {
  await using oa = await smallOa(2);
  oa.data = { attachment_id: 'a1' };
  const tokens = new TokenShelf({ ...pair(2), access: pair(1).access });
  const image = { bytes: new Uint8Array(1_000), name: 'a.png', type: 'image/png' } as const;
  await expect(oaAt(oa, { tokens }).uploadImage(image)).resolves.toBe('a1');
  const lengths = oa.calls().map(({ body }) => body.length);
  expect(lengths).toHaveLength(2);
  expect(lengths[1]).toBe(lengths[0]);
});

test.each([
  [
    'an image over 1 MB',
    (oa) => oa.uploadImage({ bytes: new Uint8Array(1_000_001), name: 'a.png', type: 'image/png' }),
    'too-big',
  ],
  [
    'an empty image',
    (oa) => oa.uploadImage({ bytes: new Uint8Array(0), name: 'a.png', type: 'image/png' }),
    'empty',
  ],
  [
    'a file over 5 MB',
    (oa) =>
      oa.uploadFile({ bytes: new Uint8Array(5_000_001), name: 'a.pdf', type: 'application/pdf' }),
    'too-big',
  ],
  [
    'a workbook',
    (oa) =>
      oa.uploadFile({ bytes: new Uint8Array(1), name: 'a.xlsx', type: 'application/vnd.ms-excel' }),
    'file-type',
  ],
] satisfies [string, (oa: ZaloOa) => Promise<unknown>, string][])(
  '%s is not sent at all',
  async (_name, call, problem) => {
    await using oa = await smallOa();
    await expect(call(oaAt(oa))).rejects.toMatchObject({ name: 'ZaloCallInvalid', problem });
    expect(oa.server.seen).toEqual([]);
  },
);

test('what files an account takes can be said otherwise', async () => {
  await using oa = await smallOa();
  oa.data = { token: 't1' };
  const account = oaAt(oa, { unconfirmed: { fileTypes: ['text/csv'], oaFileBytes: 1 } });
  const file = { name: 'a.csv', type: 'text/csv' };
  await expect(account.uploadFile({ ...file, bytes: new Uint8Array(1) })).resolves.toBe('t1');
  const tooBig = account.uploadFile({ ...file, bytes: new Uint8Array(2) });
  await expect(tooBig).rejects.toMatchObject({ problem: 'too-big' });
});
