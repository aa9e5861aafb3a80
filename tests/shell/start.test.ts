import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { EventReader } from '../channels/web/read-events.ts';
import { firstChats, visit } from '../channels/web/running-page.ts';
import {
  copyOf,
  fillStore,
  type Folder,
  runProgram,
  startProgram,
  temporaryFolder,
} from './run-program.ts';

/** A process of its own each, and there are only two processors. */
const SLOW = { timeout: 60_000 };

let folder: Folder;
beforeAll(async () => {
  folder = temporaryFolder();
  await fillStore(folder.path);
});
afterAll(() => folder[Symbol.dispose]());

/** The address in the line that says the program is up. */
async function pageOf(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('no pipe');
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/127\.0\.0\.1:\d+/u.exec(line)?.[0];
    if (url !== undefined) return url;
  }
  throw new Error('ended before it was up');
}

/** Asks the bot on its page, with the event stream left open behind. */
async function answerOn(url: string, question: string): Promise<string> {
  const visitor = await visit({ url });
  const { own } = await firstChats(visitor);
  const events = new EventReader(await visitor.get(`/api/events?chat=${own}`));
  await visitor.post('/api/messages', { chat: own, text: question });
  for (;;) {
    const { data } = await events.nextOf('message');
    if (data.includes('"from":"bot"')) return data;
  }
}

describe.concurrent('npm start', () => {
  test('serves the page, answers there, and ends cleanly on SIGTERM', SLOW, async () => {
    using store = copyOf(folder.path);
    const child = startProgram([], {
      data: store.path,
      variables: { PORT: '0', LOG_LEVEL: 'error' },
    });
    const ended = once(child, 'exit');
    const logged = child.stderr === null ? Promise.resolve('') : text(child.stderr);
    const url = await pageOf(child);
    expect(await answerOn(url, '/tre-han Nha Trang')).toContain('0,77%');

    child.kill('SIGTERM');
    await ended;
    expect([child.exitCode, child.signalCode]).toEqual([0, null]);
    expect(await logged).toBe('');
    // SQLite folds the journal into the file when the last connection is closed.
    expect(existsSync(join(store.path, 'dung-hen.db'))).toBe(true);
    expect(existsSync(join(store.path, 'dung-hen.db-wal'))).toBe(false);
  });

  test('a port that is taken: one line, and nothing is left running', SLOW, async () => {
    using store = copyOf(folder.path);
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = address === null || typeof address === 'string' ? '' : String(address.port);
    const { code, out, said } = await runProgram([], {
      data: store.path,
      variables: { PORT: port },
    });
    other.close();
    expect([code, out]).toEqual([1, '']);
    expect(said).toBe(
      'Cổng đã có chương trình khác dùng. Đặt PORT khác trong .env, ví dụ PORT=8081.\n',
    );
    expect(existsSync(join(store.path, 'dung-hen.db-wal'))).toBe(false);
  });
});
