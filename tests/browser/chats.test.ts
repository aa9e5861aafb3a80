import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { WEB_PAGE_WORDS } from '../../src/replies/web-page.ts';
import { describeInChromium } from './chromium.ts';
import { openPage, PHONE, say } from './open-page.ts';

const GROUP = WEB_PAGE_WORDS.groupChatName;

const chat = (page: Page, name: string) => page.locator('#chats').getByRole('button', { name });
const bubbles = (page: Page) => page.locator('.bubble').allTextContents();

describeInChromium('chats on the page', (browser) => {
  test('are kept apart, each with what was being written in it', async () => {
    await using open = await openPage(browser());
    const { page } = open;
    await say(page, 'riêng');
    await page.locator('.card').waitFor();
    await page.locator('#input').fill('chưa xong');
    await chat(page, GROUP).click();
    expect(await page.locator('#chat-name').textContent()).toBe(GROUP);
    expect(await chat(page, GROUP).getAttribute('aria-current')).toBe('true');
    expect(await page.locator('#input').inputValue()).toBe('');
    await say(page, 'chung');
    await page.locator('.card').waitFor();
    expect(await bubbles(page)).toEqual(['chung']);
    await chat(page, WEB_PAGE_WORDS.privateChatName).click();
    await page.locator('.bubble', { hasText: 'riêng' }).waitFor();
    expect(await bubbles(page)).toEqual(['riêng']);
    expect(await page.locator('#input').inputValue()).toBe('chưa xong');
    expect(open.faults).toEqual([]);
  });

  test('a new group is opened at once and again after a reload', async () => {
    await using open = await openPage(browser());
    const { page } = open;
    await page.locator('#new-chat-name').fill('Nhóm Cam Lâm');
    await page.keyboard.press('Enter');
    await page.locator('#chat-name', { hasText: 'Nhóm Cam Lâm' }).waitFor();
    await say(page, 'chào nhóm');
    await page.locator('.card').waitFor();
    await page.reload();
    await page.locator('.bubble', { hasText: 'chào nhóm' }).waitFor();
    expect(await page.locator('#chat-name').textContent()).toBe('Nhóm Cam Lâm');
  });

  test('a name without letters is refused in words', async () => {
    await using open = await openPage(browser());
    await open.page.locator('#new-chat-name').fill('???');
    await open.page.keyboard.press('Enter');
    const failure = open.page.locator('#new-chat-failure', { hasText: WEB_PAGE_WORDS.badName });
    await failure.waitFor();
    expect(await open.page.locator('#chats li').count()).toBe(2);
  });

  test('two windows of one person show the same talk as it goes', async () => {
    await using open = await openPage(browser());
    const second = await open.openAnother();
    await say(open.page, 'từ cửa sổ một');
    await second.locator('.card').waitFor();
    await say(second, 'từ cửa sổ hai');
    await open.page.locator('.mine .bubble', { hasText: 'hai' }).waitFor();
    expect(await second.locator('.mine .bubble').allTextContents()).toEqual([
      'từ cửa sổ một',
      'từ cửa sổ hai',
    ]);
    expect(open.faults).toEqual([]);
  });

  test('another person sees the group, on the left who asks, and nothing private', async () => {
    await using open = await openPage(browser());
    const elsewhere = await browser().newContext();
    const other = await elsewhere.newPage();
    await other.goto(open.server.url);
    await say(open.page, 'bí mật');
    await chat(open.page, GROUP).click();
    await chat(other, GROUP).click();
    await say(open.page, 'cho cả nhóm');
    await other.locator('.message.other .bubble', { hasText: 'cho cả nhóm' }).waitFor();
    expect(await other.locator('.name').textContent()).toMatch(/^Thành viên [0-9a-f]{4}$/u);
    await chat(other, WEB_PAGE_WORDS.privateChatName).click();
    await other.locator('#welcome').waitFor();
    expect(await bubbles(other)).toEqual([]);
    await elsewhere.close();
  });

  test('on a phone they are in a drawer that Escape, a press beside it or a choice closes', async () => {
    await using open = await openPage(browser(), { size: PHONE });
    const { page } = open;
    const drawer = page.locator('#drawer');
    await page.locator('#open-chats').tap();
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
    await page.locator('#open-chats').tap();
    await page.touchscreen.tap(350, 400);
    await drawer.waitFor({ state: 'hidden' });
    await page.locator('#open-chats').tap();
    await chat(page, GROUP).tap();
    await drawer.waitFor({ state: 'hidden' });
    expect(await page.locator('#chat-name').textContent()).toBe(GROUP);
    expect(open.faults).toEqual([]);
  });
});
