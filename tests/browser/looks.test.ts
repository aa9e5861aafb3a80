import { expect, test } from 'vitest';

import { describeInChromium } from './chromium.ts';
import {
  beyondWindow,
  buttonSizes,
  contrast,
  scrollsSideways,
  scrollTo,
  styleOf,
} from './measure.ts';
import { DESK, openPage, PHONE, say } from './open-page.ts';

/** Text on ground, both as named in style.css. */
const TEXT_ON_GROUND = [
  ['--ink', '--page'],
  ['--ink', '--surface'],
  ['--ink', '--raised'],
  ['--muted', '--page'],
  ['--muted', '--surface'],
  ['--muted', '--raised'],
  ['--accent-strong', '--raised'],
  ['--accent-strong', '--accent-soft'],
  ['--on-accent', '--accent'],
  ['--mine-ink', '--mine'],
  ['--warning-ink', '--warning'],
  ['--danger', '--page'],
] as const;

describeInChromium('looks of the page', (browser) => {
  test.each(['light', 'dark'] as const)(
    '%s as the system has it, with all text readable',
    async (colorScheme) => {
      await using open = await openPage(browser(), { colorScheme });
      const { page } = open;
      expect(await styleOf(page, 'html', 'color-scheme')).toBe(colorScheme);
      for (const [text, ground] of TEXT_ON_GROUND) {
        const [ink, paper] = [
          await styleOf(page, 'html', text),
          await styleOf(page, 'html', ground),
        ];
        expect([text, ground, contrast(ink, paper) >= 4.5]).toEqual([text, ground, true]);
      }
      const isDark = contrast(await styleOf(page, 'html', '--page'), '#000000') < 4.5;
      expect(isDark).toBe(colorScheme === 'dark');
    },
  );

  test('the choice of light or dark is kept over a reload', async () => {
    await using open = await openPage(browser(), { colorScheme: 'dark' });
    const { page } = open;
    await page.locator('#theme').press('Enter');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
    await page.reload();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
    expect(await page.locator('#theme').getAttribute('aria-label')).toContain('tối');
  });

  test('without a choice the page follows when the system changes', async () => {
    await using open = await openPage(browser());
    await open.page.emulateMedia({ colorScheme: 'dark' });
    await open.page.locator('html[data-theme="dark"]').waitFor();
    expect(await styleOf(open.page, 'html', 'color-scheme')).toBe('dark');
  });

  test.each([
    ['a phone', PHONE],
    ['a desk', DESK],
  ])('nothing makes the page scroll sideways on %s', async (_, size) => {
    await using open = await openPage(browser(), { size });
    const { page } = open;
    for (const text of [
      '/tre-han Nha Trang',
      '/xep-hang xã',
      'a'.repeat(300),
      'một '.repeat(200),
    ]) {
      const before = await page.locator('.card').count();
      await say(page, text);
      await page.locator('.card').nth(before).waitFor();
      expect(await scrollsSideways(page, 'html')).toBe(false);
      expect(await scrollsSideways(page, '#scroller')).toBe(false);
      expect(await beyondWindow(page)).toBe(0);
    }
    await page.locator('#input').fill('/');
    expect(await scrollsSideways(page, 'html')).toBe(false);
    expect(await scrollsSideways(page, '#suggestions')).toBe(false);
    expect(open.faults).toEqual([]);
  });

  test('a wide table scrolls in its own box on a phone, numbers to the right', async () => {
    await using open = await openPage(browser(), { size: PHONE });
    const { page } = open;
    await say(page, '/xep-hang xã');
    await page.locator('.table').waitFor();
    expect(await scrollsSideways(page, '.table')).toBe(true);
    await page.locator('.table.more').waitFor();
    expect(await styleOf(page, 'tbody th', 'text-align')).toBe('left');
    expect(await styleOf(page, 'tbody td', 'text-align')).toBe('right');
    await scrollTo(page, '.table', { x: 400, y: 900 });
    await page.locator('.table:not(.more)').waitFor();
    const [box, name, head] = await Promise.all(
      ['.table', 'tbody tr:nth-child(30) th', 'thead th:last-child'].map((selector) =>
        page.locator(selector).boundingBox(),
      ),
    );
    expect(name?.x).toBeCloseTo((box?.x ?? 0) + 1, 0);
    expect(head?.y).toBeCloseTo((box?.y ?? 0) + 1, 0);
  });

  test('everything pressed with a finger is large enough', async () => {
    await using open = await openPage(browser(), { size: PHONE });
    const { page } = open;
    await say(page, '/tre-han Nha Trang');
    await page.locator('.choices button').first().waitFor();
    const sizes = await buttonSizes(page);
    expect(sizes.length).toBeGreaterThan(5);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(40);
  });

  test('who asked for less motion gets none', async () => {
    await using open = await openPage(browser(), { reducedMotion: 'reduce' });
    const { page } = open;
    await say(page, 'chào');
    await page.locator('.card').waitFor();
    expect(await styleOf(page, '.message', 'animation-name')).toBe('none');
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    expect(await styleOf(page, '.message', 'animation-name')).toBe('appear');
  });
});
