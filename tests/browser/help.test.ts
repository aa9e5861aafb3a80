import { afterAll, beforeAll, expect, test } from 'vitest';

import type { Reply } from '../../src/replies/reply.ts';
import { startBot, type TestBot } from '../conversations/start-bot.ts';
import { describeInChromium } from './chromium.ts';
import { openPage, PHONE, say } from './open-page.ts';

describeInChromium('help on the page', (browser) => {
  let bot: TestBot;
  let help: Reply;
  beforeAll(async () => {
    bot = await startBot();
    ({ reply: help } = await bot.hears('/tro-giup'));
  });
  afterAll(() => bot[Symbol.asyncDispose]());

  // Whoever sits at this machine is the keeper, who may use every command.
  test.each([
    ['a small phone', PHONE],
    ['a phone', [390, 844]],
  ] as const)('of the keeper is seen whole on %s', async (_, size) => {
    await using open = await openPage(browser(), {
      size,
      server: { answer: () => Promise.resolve(help) },
    });
    const { page } = open;
    await say(page, '/tro-giup');
    const card = page.locator('.card').last();
    await page.locator('.choices button').first().waitFor();
    const [seen, room] = await Promise.all([
      card.boundingBox(),
      page.locator('#scroller').boundingBox(),
    ]);
    // With the gap that stays above it.
    expect((seen?.height ?? Infinity) + 12).toBeLessThanOrEqual(room?.height ?? 0);
  });
});
