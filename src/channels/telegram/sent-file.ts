import type { Api } from 'grammy';

import type { FileRead, SentFile } from '../channel.ts';
import { networkCode } from './faults.ts';
import type { TelegramOptions } from './settings.ts';
import type { TelegramDocument } from './update.ts';

const TELEGRAM_ROOT = 'https://api.telegram.org';

/** Whatever lies behind it, a sender names the file: only the last part of the name counts. */
const PATHS = /^.*[/\\]/su;

type Fetching = { readonly api: Pick<Api, 'getFile'>; readonly seconds: number };

/** An address without the slash at its end that people like to write and grammY refuses. */
export function rootOf(apiRoot: string | null): string {
  return (apiRoot ?? TELEGRAM_ROOT).replace(/\/+$/u, '');
}

/** Files that people send to the bot. The address of a file holds the token: it is never told. */
export function sentFiles(
  { token, apiRoot }: Pick<TelegramOptions, 'token' | 'apiRoot'>,
  { api, seconds }: Fetching,
): (document: TelegramDocument) => SentFile {
  return ({ file_id: id, file_name: name = '', file_size: size = 0 }) => ({
    name: name.replace(PATHS, ''),
    async read(mostBytes) {
      if (size > mostBytes) return { kind: 'tooLarge' };
      try {
        const { file_path: path } = await api.getFile(id);
        if (path === undefined) return { kind: 'failed', why: 'noPath' };
        const address = `${rootOf(apiRoot)}/file/bot${token}/${path}`;
        const signal = AbortSignal.timeout(seconds * 1_000);
        return await bytesOf(await fetch(address, { redirect: 'error', signal }), mostBytes);
      } catch (error) {
        return { kind: 'failed', why: networkCode(error) };
      }
    },
  });
}

/** Stops at the limit, whatever was announced. */
async function bytesOf({ ok, status, body }: Response, mostBytes: number): Promise<FileRead> {
  if (!ok || body === null) return { kind: 'failed', why: String(status) };
  const chunks: Uint8Array[] = [];
  let length = 0;
  const stream: AsyncIterable<Uint8Array> = body;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > mostBytes) return { kind: 'tooLarge' };
    chunks.push(chunk);
  }
  return { kind: 'read', bytes: Buffer.concat(chunks) };
}
