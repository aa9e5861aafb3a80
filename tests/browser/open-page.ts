import type { Browser, BrowserContext, Page } from 'playwright-core';

import { type RunningPage, startPage } from '../channels/web/running-page.ts';
import { SLOW_MS } from './chromium.ts';
import { sampleAnswer } from './sample-replies.ts';

/** A running chat page, a window on it, and what went wrong in any of its windows. */
export type OpenPage = {
  readonly server: RunningPage;
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of the console, uncaught errors, and requests to other places than the server. */
  readonly faults: readonly string[];
  /** Opens a second window of the same browser. */
  openAnother(): Promise<Page>;
  [Symbol.asyncDispose](): Promise<void>;
};

type Settings = {
  readonly server?: Parameters<typeof startPage>[0];
  readonly colorScheme?: 'light' | 'dark';
  readonly reducedMotion?: 'reduce';
  /** Width and height; a desk's if not given. */
  readonly size?: readonly [number, number];
};

export const PHONE = [360, 740] as const;
export const DESK = [1280, 800] as const;

/** To start a window costs more than most tests: each browser keeps one, which forgets who it was after each test. */
const windows = new WeakMap<Browser, Page>();

async function windowOf(browser: Browser): Promise<Page> {
  const kept = windows.get(browser);
  if (kept !== undefined) return kept;
  const context = await browser.newContext({ locale: 'vi-VN', hasTouch: true });
  context.setDefaultTimeout(SLOW_MS / 3);
  const page = await context.newPage();
  windows.set(browser, page);
  return page;
}

export async function openPage(browser: Browser, settings: Settings = {}): Promise<OpenPage> {
  const { colorScheme = 'light', reducedMotion = null, size: [width, height] = DESK } = settings;
  const server = await startPage({ answer: sampleAnswer, ...settings.server });
  const page = await windowOf(browser);
  const context = page.context();
  await page.emulateMedia({ colorScheme, reducedMotion });
  await page.setViewportSize({ width, height });
  const { faults, stop } = watch(context, server.url);
  await enter(page, server.url);
  return {
    server,
    page,
    context,
    faults,
    async openAnother() {
      const another = await context.newPage();
      await enter(another, server.url);
      return another;
    },
    async [Symbol.asyncDispose]() {
      stop();
      await page.goto('about:blank');
      for (const other of context.pages()) if (other !== page) await other.close();
      await context.clearCookies();
      await server[Symbol.asyncDispose]();
    },
  };
}

async function enter(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator('#chats button').first().waitFor({ state: 'attached' });
}

function watch(context: BrowserContext, url: string) {
  const faults: string[] = [];
  const onRequest = (request: { url(): string }) => {
    if (!request.url().startsWith(url)) faults.push(`asked for ${request.url()}`);
  };
  const onConsole = (message: { type(): string; text(): string }) => {
    if (['error', 'warning'].includes(message.type())) faults.push(message.text());
  };
  const onError = (error: { error(): unknown }) => faults.push(String(error.error()));
  context.on('request', onRequest).on('console', onConsole).on('weberror', onError);
  const stop = () => {
    context.off('request', onRequest).off('console', onConsole).off('weberror', onError);
  };
  return { faults, stop };
}

/** Types a text into the input and sends it with Enter, past any suggestions. */
export async function say(page: Page, text: string): Promise<void> {
  await page.locator('#input').fill(text);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
}
