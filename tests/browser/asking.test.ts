import { expect, test } from 'vitest';

import type { Answer } from '../../src/channels/channel.ts';
import { textReply } from '../../src/replies/reply.ts';
import { WEB_PAGE_WORDS } from '../../src/replies/web-page.ts';
import { describeInChromium } from './chromium.ts';
import { endWordOfInputMethod, hasFocus } from './measure.ts';
import { openPage, say } from './open-page.ts';
import { HTML, sampleAnswer } from './sample-replies.ts';

const makeFile = () => Promise.resolve(new TextEncoder().encode('PK'));

const brokenForOneWord: Answer = (message) =>
  message.text === 'hỏng' ? Promise.reject(new Error('x')) : sampleAnswer(message);

describeInChromium('asking on the page', (browser) => {
  test('a question stands on the right, its answer below with all its parts', async () => {
    await using open = await openPage(browser());
    const { page } = open;
    await say(page, '/tre-han Nha Trang');
    await page.locator('.chart.loaded').waitFor();
    expect(await page.locator('.mine .bubble').allTextContents()).toEqual(['/tre-han Nha Trang']);
    const [bubble, card] = [
      await page.locator('.mine .bubble').boundingBox(),
      await page.locator('.card').boundingBox(),
    ];
    expect(bubble?.x).toBeGreaterThan(card?.x ?? Infinity);
    expect(await page.locator('.headline .figure').textContent()).toBe('0,77%');
    expect(await page.locator('.warning').textContent()).toContain('công thức khác');
    expect(await page.locator('.items li').count()).toBe(2);
    expect(await page.locator('.source').count()).toBe(2);
    expect(await page.locator('.chart img').getAttribute('alt')).toBe(
      '6/8 huyện dưới mục tiêu 1%. Tỷ lệ hồ sơ trễ hạn (%), UBND cấp huyện, năm 2023',
    );
    expect(await page.locator('.choices button').count()).toBe(3);
    expect(await page.locator('#welcome').isVisible()).toBe(false);
    expect(open.faults).toEqual([]);
  });

  test('what is typed and sent before the page knows its chats is neither lost nor sent twice', async () => {
    await using open = await openPage(browser());
    const { page } = open;
    const { promise: mayLoad, resolve: load } = Promise.withResolvers<void>();
    await page.route('**/api/chats', async (route) => {
      await mayLoad;
      await route.continue();
    });
    await page.reload({ waitUntil: 'domcontentloaded' });
    await page.locator('#examples button').first().waitFor({ state: 'attached' });
    await page.locator('#input').fill('/tre-han Nha Trang');
    await page.keyboard.press('Enter');
    await page.locator('#input').fill('còn quý 3?');
    load();
    await page.locator('.card').waitFor();
    expect(await page.locator('.mine .bubble').allTextContents()).toEqual(['/tre-han Nha Trang']);
    expect(await page.locator('#input').inputValue()).toBe('còn quý 3?');
    await page.unroute('**/api/chats');
    expect(open.faults).toEqual([]);
  });

  test('a tall answer is shown from its top: the number comes first', async () => {
    await using open = await openPage(browser(), { size: [400, 500] });
    const { page } = open;
    await say(page, '/tre-han Nha Trang');
    await page.locator('.chart.loaded').waitFor();
    const room = await page.locator('#scroller').boundingBox();
    const headline = await page.locator('.headline').boundingBox();
    expect(headline?.y).toBeGreaterThan(room?.y ?? Infinity);
    expect(headline?.y).toBeLessThan((room?.y ?? 0) + 80);
    await page.locator('#jump').click();
    await page.locator('#jump').waitFor({ state: 'hidden' });
  });

  test('a choice is pressed from the keyboard and is shown as what the person said', async () => {
    await using open = await openPage(browser());
    const { page } = open;
    await say(page, '/tre-han Nha Trang');
    await page.getByRole('button', { name: 'Cấp xã: 0,10%' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.card').nth(1).waitFor();
    expect(await page.locator('.mine .bubble').last().textContent()).toBe(
      '/tre-han cấp xã Nha Trang',
    );
    expect(open.faults).toEqual([]);
  });

  test('an example of the welcome is asked with one press', async () => {
    await using open = await openPage(browser());
    await open.page.locator('#examples button').first().click();
    await open.page.locator('.headline').waitFor();
    expect(await open.page.locator('.mine .bubble').textContent()).toBe('/tre-han Nha Trang');
  });

  test('markup is text, in the question and in the answer', async () => {
    await using open = await openPage(browser());
    const { page } = open;
    await say(page, HTML);
    await page.locator('.card').waitFor();
    expect(await page.locator('.bubble').textContent()).toBe(HTML);
    expect(await page.locator('.card').textContent()).toBe(`Đã nghe: ${HTML}`);
    expect(await page.locator('.messages img, .messages b').count()).toBe(0);
    expect(await page.title()).toBe('Đúng Hẹn');
    expect(open.faults).toEqual([]);
  });

  test('Shift+Enter breaks the line, Enter sends, arrow up brings the text back', async () => {
    await using open = await openPage(browser());
    const { page } = open;
    await page.locator('#input').pressSequentially('một');
    await page.keyboard.press('Shift+Enter');
    await page.locator('#input').pressSequentially('hai');
    await page.keyboard.press('Enter');
    await page.locator('.card').waitFor();
    expect(await page.locator('.bubble').textContent()).toBe('một\nhai');
    await say(page, 'ba');
    await page.locator('.card').nth(1).waitFor();
    const brought: string[] = [];
    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowDown', 'ArrowDown']) {
      await page.keyboard.press(key);
      brought.push(await page.locator('#input').inputValue());
    }
    expect(brought).toEqual(['ba', 'một\nhai', 'ba', '']);
    await page.locator('#input').fill('đang viết');
    await page.keyboard.press('ArrowUp');
    expect(await page.locator('#input').inputValue()).toBe('đang viết');
  });

  test('Enter that ends a word of an input method does not send', async () => {
    await using open = await openPage(browser());
    const { page } = open;
    await page.locator('#input').fill('tre');
    await endWordOfInputMethod(page, '#input');
    expect(await page.locator('#input').inputValue()).toBe('tre');
    expect(await page.locator('.message').count()).toBe(0);
  });

  test('while an answer is under way the page says so', async () => {
    const gate = Promise.withResolvers<void>();
    const answer = async () => {
      await gate.promise;
      return textReply([{ kind: 'text', line: ['xong'] }]);
    };
    await using open = await openPage(browser(), { server: { answer } });
    const { page } = open;
    await say(page, 'hỏi');
    await page.locator('#answering').waitFor({ state: 'visible' });
    gate.resolve();
    await page.locator('.card', { hasText: 'xong' }).waitFor();
    await page.locator('#answering').waitFor({ state: 'hidden' });
    expect(open.faults).toEqual([]);
  });

  test('what fails is said in words: the answer, the chart', async () => {
    await using open = await openPage(browser(), {
      server: { answer: brokenForOneWord, draw: () => Promise.reject(new Error('x')) },
    });
    const { page } = open;
    await say(page, 'hỏng');
    await page.locator('.card', { hasText: WEB_PAGE_WORDS.answerFailed }).waitFor();
    await say(page, '/tre-han');
    await page.locator('.card', { hasText: WEB_PAGE_WORDS.chartFailed }).waitFor();
    expect(await page.locator('.headline .figure').textContent()).toBe('0,77%');
  });

  test('a chart opens full size and closes with Escape, the focus back where it was', async () => {
    await using open = await openPage(browser());
    const { page } = open;
    await say(page, '/tre-han');
    await page.locator('.chart.loaded').press('Enter');
    await page.locator('#viewer-image').waitFor({ state: 'visible' });
    expect(await page.locator('#viewer-save').getAttribute('download')).toBe(
      '6-8 huyện dưới mục tiêu 1%.png',
    );
    await page.keyboard.press('Escape');
    await page.locator('#viewer').waitFor({ state: 'hidden' });
    expect(await hasFocus(page, '.chart')).toBe(true);
  });

  test('a file is a link that downloads it', async () => {
    const file = { kind: 'workbook', name: 'Báo cáo quý 3.xlsx', sheets: [] } as const;
    const reply = { ...textReply([{ kind: 'text', line: ['báo cáo'] }]), file };
    await using open = await openPage(browser(), {
      server: { answer: () => Promise.resolve(reply), makeFile },
    });
    const { page } = open;
    await say(page, 'báo cáo');
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: file.name }).click();
    expect((await download).suggestedFilename()).toBe(file.name);
    expect(open.faults).toEqual([]);
  });
});
