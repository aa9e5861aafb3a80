import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';

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

/**
 * What a browser keeps from test to test, because it costs more than most tests: the window, which forgets who it was,
 * and the port of the server. For every other address Chromium starts a process, which doubles the time of a load.
 */
type Kept = { readonly page: Page; readonly devTools: CDPSession; port: number };

const windows = new WeakMap<Browser, Kept>();

async function windowOf(browser: Browser): Promise<Kept> {
  const known = windows.get(browser);
  if (known !== undefined) return known;
  const context = await browser.newContext({ locale: 'vi-VN', hasTouch: true });
  context.setDefaultTimeout(SLOW_MS / 3);
  const page = await context.newPage();
  const kept = { page, devTools: await context.newCDPSession(page), port: 0 };
  windows.set(browser, kept);
  return kept;
}

/** The server at the port of the one before; at a free one when there was none, or when another program has it now. */
async function serve(port: number, settings: Settings['server']): Promise<RunningPage> {
  const wanted = { answer: sampleAnswer, ...settings };
  return startPage({ ...wanted, port }).catch(() => startPage(wanted));
}

export async function openPage(browser: Browser, settings: Settings = {}): Promise<OpenPage> {
  const { colorScheme = 'light', reducedMotion = null, size: [width, height] = DESK } = settings;
  const kept = await windowOf(browser);
  const server = await serve(kept.port, settings.server);
  kept.port = server.port;
  const { page } = kept;
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
      for (const other of context.pages()) if (other !== page) await other.close();
      // Off the page before its server goes: it would look for the next one's.
      await leave(page, server.url);
      await kept.devTools.send('Storage.clearDataForOrigin', {
        origin: server.url,
        storageTypes: 'all',
      });
      await context.clearCookies();
      await server[Symbol.asyncDispose]();
    },
  };
}

async function enter(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator('#chats button').first().waitFor({ state: 'attached' });
}

/** What the page is served with too: without it Chromium starts another process for the empty page, and one for the next. */
const ALIKE = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Origin-Agent-Cluster': '?1' };

/** To an empty page of the same address, which Playwright makes: the server may be gone. */
async function leave(page: Page, url: string): Promise<void> {
  const empty = `${url}/left`;
  await page.route(empty, (route) =>
    route.fulfill({ headers: ALIKE, contentType: 'text/html', body: '' }),
  );
  await page.goto(empty);
  await page.unroute(empty);
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
