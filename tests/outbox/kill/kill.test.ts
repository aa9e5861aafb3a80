import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { expect, test } from 'vitest';
import * as z from 'zod';

import { openStorage } from '../../../src/storage/open.ts';
import { temporaryFolder } from '../../shell/run-program.ts';
import { BATCH, batchOf, STORES } from './batch.ts';
import type { Arrival } from './double.ts';
import { type KillDoubles, openDoubles } from './doubles.ts';
import { startBot } from './start-child.ts';
import type { KillWay } from './ways.ts';

/**
 * Kills; each meets every store of the process at another point. The gate asks for 200 (`KILL_ROUNDS`), which take
 * longer than all other tests together.
 */
const KILLS = Number(process.env['KILL_ROUNDS'] ?? 50);

const MARK = '(again) ';

/** Kills the process after some milliseconds (it may still be starting), or at some point of its sending. */
async function killSometime(bot: ChildProcess, round: number, double: KillDoubles): Promise<void> {
  const ended = once(bot, 'exit');
  const kill = () => void bot.kill('SIGKILL');
  const random = Math.random();
  const timer = setTimeout(kill, round % 2 === 0 ? 20 + random * 250 : 2_000);
  let calls = 1 + Math.floor(random * 40);
  double.onCall = () => {
    calls -= 1;
    if (calls === 0) setTimeout(kill, Math.random() < 0.5 ? 0 : Math.random() * 4);
  };
  // Between "tokens given" and "tokens stored": every third time there is such a moment.
  double.onTokensGiven = () => {
    if (Math.random() < 0.3) kill();
  };
  await ended;
  clearTimeout(timer);
  double.onCall = () => undefined;
  double.onTokensGiven = () => undefined;
}

const Row = z.object({
  key: z.string(),
  chat: z.string(),
  state: z.enum(['due', 'sending', 'unknown', 'sent', 'dead']),
  receipt: z.string().nullable(),
  dead_because: z.string().nullable(),
});

function rowsOf(folder: string, store: number) {
  using storage = openStorage(join(folder, `${String(store)}.db`));
  const rows = storage.database.prepare('select * from outbox order by not_before, id').all();
  return z.array(Row).parse(rows);
}

/** What is wrong with a message, by what people saw of it. */
function wrongsOf(row: z.infer<typeof Row>, seen: readonly Arrival[]): readonly string[] {
  const unmarked = seen.filter(({ text }) => text === row.key);
  const isTrue = seen.some(({ receipt }) => receipt === row.receipt);
  return [
    ...(row.state === 'sent' || row.state === 'dead' ? [] : [`is ${row.state} for ever`]),
    ...(row.state === 'dead' && row.dead_because !== 'unknownTwice' ? ['is given up'] : []),
    ...(row.state === 'sent' && !isTrue ? ['is sent with a false receipt'] : []),
    ...(unmarked.length > 1 ? ['is repeated without the mark'] : []),
    ...(seen.length > 2 ? ['is repeated more than once'] : []),
  ].map((wrong) => `${row.key} ${wrong}`);
}

/** First arrivals that came before those of an older message of the same chat. */
function overtaking(rows: readonly z.infer<typeof Row>[], arrivals: readonly Arrival[]) {
  const firsts = (chat: string) =>
    rows
      .filter((row) => row.chat === chat)
      .map(({ key }) => arrivals.findIndex(({ text }) => text.replace(MARK, '') === key))
      .filter((place) => place !== -1);
  return [...new Set(rows.map(({ chat }) => chat))].flatMap((chat) =>
    firsts(chat).filter((place, index, all) => place < (all[index - 1] ?? -1)),
  );
}

/** With a real messenger on the other side a process takes longer to start, and to meet all points. */
const WAYS: readonly (readonly [KillWay, number])[] = [
  ['thin', KILLS],
  ['zalo-bot', Math.ceil(KILLS / 4)],
  ['zalo-oa', Math.ceil(KILLS / 4)],
];

test.each(WAYS)(
  `with %s, killed %i times, ${String(STORES)} outboxes lose nothing and repeat nothing without the mark`,
  async (way, kills) => {
    using folder = temporaryFolder();
    await using doubles = await openDoubles(way);
    const bot = { way, folder: folder.path, doubles };
    for (let round = 0; round < kills; round += 1) {
      await killSometime(await startBot(bot, { last: round }), round, doubles);
    }
    const last = await startBot(bot, { last: kills - 1, mode: 'drain' });
    await once(last, 'exit');
    expect(last.exitCode).toBe(0);
    for (let store = 0; store < STORES; store += 1) {
      const rows = rowsOf(folder.path, store);
      const arrivals = doubles.arrivals().filter((one) => one.store === String(store));
      const seenOf = (key: string) => arrivals.filter(({ text }) => text.replace(MARK, '') === key);
      expect(rows.map(({ key }) => key)).toEqual(
        Array.from({ length: kills }, (_, batch) =>
          batchOf(batch, way).map(({ key }) => key),
        ).flat(),
      );
      expect(rows.flatMap((row) => wrongsOf(row, seenOf(row.key)))).toEqual([]);
      expect(overtaking(rows, arrivals)).toEqual([]);
      expect(rows).toHaveLength(kills * BATCH);
    }
    // Else nothing was cut short, and nothing is proved.
    const marked = doubles.arrivals().filter(({ text }) => text.startsWith(MARK));
    expect(marked.length).toBeGreaterThan(0);
  },
  600_000,
);
