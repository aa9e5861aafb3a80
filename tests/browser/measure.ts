import type { Page } from 'playwright-core';

/*
 * What a page looks like, asked of the page itself. The questions are texts, because the tests are checked without
 * the types of a browser.
 */

const first = (selector: string) => `document.querySelector(${JSON.stringify(selector)})`;

/** A computed style of the first element that fits, a variable ("--ink") or a property ("text-align"). */
export function styleOf(page: Page, selector: string, property: string): Promise<string> {
  const name = JSON.stringify(property);
  return page.evaluate<string>(
    `getComputedStyle(${first(selector)}).getPropertyValue(${name}).trim()`,
  );
}

/** Whether there is more of it to the side than is seen. */
export function scrollsSideways(page: Page, selector: string): Promise<boolean> {
  return page.evaluate<boolean>(`${first(selector)}.scrollWidth > ${first(selector)}.clientWidth`);
}

/** How much longer the page itself is than its window: it must not be, or its head can be scrolled away. */
export function beyondWindow(page: Page): Promise<number> {
  return page.evaluate<number>(
    'document.scrollingElement.scrollHeight - document.scrollingElement.clientHeight',
  );
}

export async function scrollTo(page: Page, selector: string, place: { x: number; y: number }) {
  await page.evaluate(`${first(selector)}.scrollTo(${String(place.x)}, ${String(place.y)})`);
}

export function hasFocus(page: Page, selector: string): Promise<boolean> {
  return page.evaluate<boolean>(`document.activeElement === ${first(selector)}`);
}

/** Presses Enter in the midst of a word, as input methods do. */
export async function endWordOfInputMethod(page: Page, selector: string): Promise<void> {
  await page.evaluate(
    `${first(selector)}.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true }))`,
  );
}

/** The smaller side of every button in sight, in CSS pixels. */
export async function buttonSizes(page: Page): Promise<readonly number[]> {
  const boxes = await Promise.all(
    (await page.locator('button:visible').all()).map((button) => button.boundingBox()),
  );
  return boxes.map((box) => Math.min(box?.width ?? 0, box?.height ?? 0));
}

/** Contrast of two colours `#rrggbb` after WCAG 2.2, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
