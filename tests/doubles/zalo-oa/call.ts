import type { IncomingMessage } from 'node:http';

import * as z from 'zod';

/** A call as it reached the double. */
export type OaCall = {
  readonly verb: string;
  /** "/v3.0/oa/group/message" */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  /** JSON, or the fields of a form. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly file: { readonly name: string; readonly bytes: Uint8Array } | null;
};

const Fields = z.record(z.string(), z.unknown());

/** Reads a call whole: JSON, a form in the address's own notation, or one with a file in it. */
export async function readCall(request: IncomingMessage): Promise<OaCall> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(z.instanceof(Buffer).parse(chunk));
  const body = await bodyOf(Buffer.concat(chunks), request.headers['content-type'] ?? '');
  return {
    verb: request.method ?? '',
    path: url.pathname,
    query: url.searchParams,
    headers: request.headers,
    ...body,
  };
}

async function bodyOf(
  bytes: Buffer<ArrayBuffer>,
  type: string,
): Promise<Pick<OaCall, 'fields' | 'file'>> {
  if (bytes.length === 0) return { fields: {}, file: null };
  if (type.startsWith('application/json')) {
    return { fields: Fields.parse(JSON.parse(bytes.toString())), file: null };
  }
  if (type.startsWith('application/x-www-form-urlencoded')) {
    return { fields: Object.fromEntries(new URLSearchParams(bytes.toString())), file: null };
  }
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const file = form.get('file');
  if (file === null || typeof file === 'string') return { fields: {}, file: null };
  return { fields: {}, file: { name: file.name, bytes: await file.bytes() } };
}
