import type { ZaloOa } from '../../src/index.ts';
import { broughtBy, oaAt, smallOa } from './small-oa.ts';

/** A call, what it asks and what comes of the answer. */
export type OaCase = {
  readonly name: string;
  readonly call: (oa: ZaloOa) => Promise<unknown>;
  readonly path: string;
  /** Null = nothing is brought, it is read. */
  readonly json: unknown;
  readonly data: unknown;
  readonly expected: unknown;
};

/** Makes the call at an account of which it has been seen that text may stand beside a picture; tells what was asked. */
export async function madeCall({ call, data }: OaCase) {
  await using oa = await smallOa();
  oa.data = data;
  const result = await call(oaAt(oa, { unconfirmed: { textBesideImage: true } }));
  const asked = oa.calls().map((seen) => ({
    method: seen.method,
    path: seen.url,
    token: seen.headers['access_token'],
    json: seen.body === '' ? null : broughtBy(seen),
  }));
  return { result, asked };
}

/** What a case says of its call. */
export function saidOf({ path, json, expected }: OaCase): Awaited<ReturnType<typeof madeCall>> {
  const method = json === null ? 'GET' : 'POST';
  return { result: expected, asked: [{ method, path, token: 'access-1', json }] };
}
