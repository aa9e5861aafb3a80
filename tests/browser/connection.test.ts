import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { textReply } from '../../src/replies/reply.ts';
import { WEB_PAGE_WORDS } from '../../src/replies/web-page.ts';
import { startPage } from '../channels/web/running-page.ts';
import { describeInChromium } from './chromium.ts';
import { openPage, say } from './open-page.ts';
import { sampleAnswer } from './sample-replies.ts';

const connected = (page: Page) => page.locator('#connection').waitFor({ state: 'hidden' });

describeInChromium('connection of the page', (browser) => {
  test('a message the program sends by itself appears', async () => {
    await using open = await openPage(browser());
    const { page, server } = open;
    const chat = decodeURIComponent(new URL(page.url()).hash.slice(1));
    const reply = textReply([{ kind: 'headline', line: ['Danh sách sáng 20/12/2023'] }]);
    await server.channel.deliver({ chat, topic: null }, reply);
    await page.locator('.headline', { hasText: 'Danh sách sáng' }).waitFor();
    expect(open.faults).toEqual([]);
  });

  test('a restarted server is found again, in the same group, with the talk still on the page', async () => {
    await using open = await openPage(browser());
    const { page, server } = open;
    await page.locator('#new-chat-name').fill('Nhóm Cam Lâm');
    await page.keyboard.press('Enter');
    await page.locator('#chat-name', { hasText: 'Nhóm Cam Lâm' }).waitFor();
    await say(page, 'trước');
    await page.locator('.card').waitFor();
    await server[Symbol.asyncDispose]();
    await page.locator('#connection', { hasText: WEB_PAGE_WORDS.connecting }).waitFor();

    await say(page, 'không tới');
    await page.locator('#failure', { hasText: WEB_PAGE_WORDS.notSent }).waitFor();
    expect(await page.locator('#input').inputValue()).toBe('không tới');

    await using again = await startPage({ port: server.port, answer: sampleAnswer });
    await connected(page);
    await page.locator('.divider', { hasText: WEB_PAGE_WORDS.restarted }).waitFor();
    await say(page, 'sau');
    await page.locator('.card').nth(1).waitFor();
    expect(await page.locator('.bubble').allTextContents()).toEqual(['trước', 'sau']);
    expect(await page.locator('#failure').textContent()).toBe('');
    expect(again.channel.name).toBe('web');
  });

  test('what came while the connection was lost is shown once it is back', async () => {
    await using open = await openPage(browser());
    const { page, context, server } = open;
    const chat = decodeURIComponent(new URL(page.url()).hash.slice(1));
    const push = (text: string) =>
      server.channel.deliver({ chat, topic: null }, textReply([{ kind: 'text', line: [text] }]));
    await push('một');
    await page.locator('.card', { hasText: 'một' }).waitFor();
    await context.setOffline(true);
    await page.evaluate(`fetch('/api/words').catch(() => null)`);
    await push('hai');
    await context.setOffline(false);
    await push('ba');
    await page.locator('.card', { hasText: 'ba' }).waitFor();
    expect(await page.locator('.card').allTextContents()).toEqual(['một', 'hai', 'ba']);
  });

  test('a fifth window takes the place of the first, which goes on when it is pressed', async () => {
    await using open = await openPage(browser());
    const { page } = open;
    await connected(page);
    const others: Page[] = [];
    for (let number = 0; number < 4; number += 1) others.push(await open.openAnother());
    await page.locator('#connection', { hasText: WEB_PAGE_WORDS.replaced }).waitFor();
    await say(others[3] ?? page, 'từ cửa sổ năm');
    await others[3]?.locator('.card').waitFor();
    await page.locator('#chat-name').click();
    await page.locator('.card', { hasText: 'từ cửa sổ năm' }).waitFor();
    await connected(page);
    expect(open.faults).toEqual([]);
  });
});
