import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { describeInChromium } from './chromium.ts';
import { hasFocus } from './measure.ts';
import { openPage } from './open-page.ts';

const offered = (page: Page) => page.locator('#suggestions b').allTextContents();

const OFFERS: readonly (readonly [string, readonly string[]])[] = [
  ['/tre', ['/tre-han']],
  ['/TRỄ', ['/tre-han']],
  ['/trễ hạn', ['/tre-han']],
  ['/xep_h', ['/xep-hang']],
  ['/xếphạng', ['/xep-hang']],
  ['/don vi', []],
  ['/donvi', ['/xep-hang']],
  ['/tre-han nha', []],
  ['tre', []],
  ['/zzz', []],
];

/** The option the input points at for people who cannot see the highlight. */
async function active(page: Page): Promise<string | null> {
  const id = await page.locator('#input').getAttribute('aria-activedescendant');
  return id === null ? null : page.locator(`#${id} b`).textContent();
}

describeInChromium('commands suggested while typing', (browser) => {
  test('are walked through with the arrows and taken with Enter', async () => {
    await using open = await openPage(browser());
    const { page } = open;
    const input = page.locator('#input');
    expect(await input.getAttribute('aria-expanded')).toBe('false');
    await input.pressSequentially('/');
    expect(await input.getAttribute('aria-expanded')).toBe('true');
    expect(await offered(page)).toHaveLength(5);
    const walked = [await active(page)];
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowUp']) {
      await page.keyboard.press(key);
      walked.push(await active(page));
    }
    expect(walked).toEqual([
      '/tre-han',
      '/dung-han',
      '/xep-hang',
      '/dung-han',
      '/tre-han',
      '/ho-so',
    ]);
    await page.keyboard.press('Enter');
    expect(await input.inputValue()).toBe('/ho-so ');
    expect(await input.getAttribute('aria-expanded')).toBe('false');
    expect(await page.locator('.message').count()).toBe(0);
    expect(await hasFocus(page, '#input')).toBe(true);
    expect(open.faults).toEqual([]);
  });

  test('fit what is typed: marks, hyphens and case do not matter, then what commands are for', async () => {
    await using open = await openPage(browser());
    for (const [typed, commands] of OFFERS) {
      await open.page.locator('#input').fill(typed);
      expect([typed, await offered(open.page)]).toEqual([typed, commands]);
      expect(await open.page.locator('#suggestions').isVisible()).toBe(commands.length > 0);
    }
  });

  test('Tab takes the first, Escape closes and leaves the text', async () => {
    await using open = await openPage(browser());
    const { page } = open;
    await page.locator('#input').pressSequentially('/tr');
    await page.keyboard.press('Escape');
    expect(await page.locator('#suggestions').isVisible()).toBe(false);
    expect(await page.locator('#input').inputValue()).toBe('/tr');
    await page.locator('#input').pressSequentially('u');
    await page.keyboard.press('Tab');
    expect(await page.locator('#input').inputValue()).toBe('/truc-tuyen ');
  });

  test('a press takes one and the input keeps the focus', async () => {
    await using open = await openPage(browser());
    const { page } = open;
    await page.locator('#input').pressSequentially('/');
    await page.getByRole('option', { name: '/xep-hang' }).click();
    await page.keyboard.type('xã');
    expect(await page.locator('#input').inputValue()).toBe('/xep-hang xã');
  });

  test('a command typed in full is sent by Enter at once', async () => {
    await using open = await openPage(browser());
    const { page } = open;
    await page.locator('#input').pressSequentially('/trehan');
    await page.keyboard.press('Enter');
    await page.locator('.card').waitFor();
    expect(await page.locator('.bubble').textContent()).toBe('/trehan');
  });
});
