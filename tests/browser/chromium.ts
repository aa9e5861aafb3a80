import { existsSync } from 'node:fs';

import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';

/** Where Chromium or Chrome is usually found; `CHROMIUM_PATH` names another place. */
const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
];

/** The program to drive; null when this machine has none. */
const chromiumPath: string | null =
  [process.env['CHROMIUM_PATH'] ?? '', ...USUAL_PLACES].find(
    (path) => path !== '' && existsSync(path),
  ) ?? null;

/** A browser has much to start: on a busy machine a test may take this long before something must be wrong. */
export const SLOW_MS = 60_000;

/** A browser with a profile of its own that asks nothing of the network. */
function launchChromium(): Promise<Browser> {
  if (chromiumPath === null) throw new Error('no Chromium on this machine');
  return chromium.launch({
    executablePath: chromiumPath,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/**
 * A group of tests with a browser of its own. Where there is none it is left out, and says so plainly, in the name of
 * the group and on the terminal.
 */
export function describeInChromium(name: string, tests: (browser: () => Browser) => void): void {
  const isHere = chromiumPath !== null;
  const remark = isHere ? '' : ' (LEFT OUT: no Chromium on this machine, set CHROMIUM_PATH)';
  if (!isHere) process.stderr.write(`${name}${remark}\n`);
  describe.skipIf(!isHere)(`${name}${remark}`, { timeout: SLOW_MS }, () => {
    let browser: Browser | null = null;
    beforeAll(async () => {
      browser = await launchChromium();
    });
    afterAll(() => browser?.close());
    tests(() => {
      if (browser === null) throw new Error('asked for outside of a test');
      return browser;
    });
  });
}
