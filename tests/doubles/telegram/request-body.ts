import type { IncomingMessage } from 'node:http';

import * as z from 'zod';

/** A file as it was uploaded. */
type Upload = { readonly name: string; readonly bytes: Uint8Array };

/** The fields of a call, and the files that came with it. */
export type CallBody = {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly files: ReadonlyMap<string, Upload>;
};

/** Fields that travel as JSON inside a form. */
const OBJECTS = new Set(['reply_markup', 'reply_parameters', 'link_preview_options']);

/** Reads a call as JSON or multipart, the two ways clients use. */
export async function bodyOf(request: IncomingMessage): Promise<CallBody> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(z.instanceof(Buffer).parse(chunk));
  const bytes = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) return formOf(bytes, type);
  const json: unknown = bytes.length === 0 ? {} : JSON.parse(bytes.toString());
  return { fields: z.record(z.string(), z.unknown()).parse(json), files: new Map() };
}

async function formOf(bytes: Buffer<ArrayBuffer>, type: string): Promise<CallBody> {
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const fields: Record<string, unknown> = {};
  const files = new Map<string, Upload>();
  for (const [name, value] of form) {
    if (typeof value !== 'string') {
      files.set(name, { name: value.name, bytes: await value.bytes() });
    } else fields[name] = OBJECTS.has(name) ? JSON.parse(value) : value;
  }
  return { fields, files };
}
