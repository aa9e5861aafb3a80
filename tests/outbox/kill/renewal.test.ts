import { once } from 'node:events';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { type TokenHealth, tokenHealth } from '../../../src/credentials/token-health.ts';
import { openStorage } from '../../../src/storage/open.ts';
import { outboxStore } from '../../../src/storage/outbox-store.ts';
import { tokenStore } from '../../../src/storage/token-store.ts';
import { ACCOUNT } from '../../channels/zalo-oa/client-of.ts';
import { temporaryFolder } from '../../shell/run-program.ts';
import { BATCH, LONG_AGO, STORES } from './batch.ts';
import { openDoubles } from './doubles.ts';
import { startBot } from './start-child.ts';

/** How the tokens of each store are doing, and how many of its messages are still to be sent. */
async function statesIn(folder: string) {
  const states: {
    readonly health: TokenHealth;
    readonly open: number;
    readonly sending: number;
  }[] = [];
  for (let store = 0; store < STORES; store += 1) {
    using storage = openStorage(join(folder, `${String(store)}.db`));
    const known = await tokenStore(storage).known(ACCOUNT);
    const { waiting, sending } = await outboxStore(storage).counts(LONG_AGO);
    const at = known?.refused?.since ?? known?.since ?? LONG_AGO;
    states.push({ health: tokenHealth(known, at), open: waiting + sending, sending });
  }
  return states;
}

/** Processes start slowly on a busy machine. */
const LONG_MS = 40_000;

/** Deliveries have time enough on a busy machine: here none is to be taken for lost. */
const LIFE = { last: 0, patienceMs: 1_500 } as const;

test(
  'killed between "tokens given" and "tokens stored": the loss is told, nothing is lost, and a new consent sends it all',
  async () => {
    using folder = temporaryFolder();
    await using doubles = await openDoubles('zalo-oa');
    const bot = { way: 'zalo-oa', folder: folder.path, doubles } as const;

    // The first pair any store is given never arrives.
    const first = await startBot(bot, LIFE);
    doubles.onTokensGiven = () => void first.kill('SIGKILL');
    await once(first, 'exit');
    doubles.onTokensGiven = () => undefined;
    await doubles.tokensFor(folder.path);
    expect(doubles.lost).toBeGreaterThan(0);
    // What only waits for its tokens is not under way: nobody need doubt it, and it keeps its one repeat.
    const quiet = (await statesIn(folder.path)).filter(({ sending }) => sending === 0);
    expect(quiet.length).toBeGreaterThanOrEqual(doubles.lost);

    // The next life does not know yet: it tries the spent token once its holder is taken for dead, and is told off.
    const { lost } = doubles;
    const second = await startBot(
      { ...bot, doubles: { ...doubles, tokensFor: async () => '' } },
      LIFE,
    );
    const refused = Promise.withResolvers<void>();
    doubles.onCall = () => {
      if (doubles.refused() >= lost) refused.resolve();
    };
    await refused.promise;
    await expect
      .poll(async () => (await lostIn(folder.path)).length, { timeout: LONG_MS })
      .toBeGreaterThanOrEqual(lost);
    second.kill('SIGKILL');
    await once(second, 'exit');
    for (const { health, open } of await lostIn(folder.path)) {
      expect(health).toMatchObject({ kind: 'refused', pairLost: true, worksUntil: null });
      expect(open).toBe(BATCH);
    }

    // A keeper consents again.
    const third = await startBot(bot, { ...LIFE, mode: 'drain' });
    await once(third, 'exit');
    expect(third.exitCode).toBe(0);
    const after = await statesIn(folder.path);
    expect(after.map(({ open }) => open)).toEqual(after.map(() => 0));
    const seen = doubles
      .arrivals()
      .map(({ store, text }) => `${store} ${text.replace('(again) ', '')}`);
    const doubted = (await doubtedTwiceIn(folder.path)).join(', ');
    expect(new Set(seen).size, `doubted twice: ${doubted}`).toBe(STORES * BATCH);
  },
  3 * LONG_MS,
);

/** What was given up after two outcomes that nobody knows: told where a message is missing, and no excuse for it. */
async function doubtedTwiceIn(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (let store = 0; store < STORES; store += 1) {
    using storage = openStorage(join(folder, `${String(store)}.db`));
    for (const { key, deadBecause } of await outboxStore(storage).undelivered(LONG_AGO, {
      most: BATCH,
    })) {
      if (deadBecause === 'unknownTwice') found.push(`${String(store)} ${key}`);
    }
  }
  return found;
}

const lostIn = async (folder: string) =>
  (await statesIn(folder)).filter(({ health }) => health.kind === 'refused');
