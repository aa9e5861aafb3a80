import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { leaderDigest } from '../../jobs/leader-digest.ts';
import { morningList } from '../../jobs/morning-list.ts';
import { realWait } from '../../src/channels/wait.ts';
import { silentLog } from '../../src/log.ts';
import { openOutbox } from '../../src/outbox/open-outbox.ts';
import { SENT_AGAIN } from '../../src/replies/outbox-words.ts';
import { accessOf, openDialogue } from '../../src/shell/dialogue.ts';
import { outboxStore } from '../../src/storage/outbox-store.ts';
import { runStore } from '../../src/storage/run-store.ts';
import { writeWorkbook } from '../../src/workbooks/write-workbook.ts';
import { dossier, takeIn } from '../conversations/due-dossiers.ts';
import { openInMemory } from '../conversations/open-in-memory.ts';
import { describeInChromium } from './chromium.ts';
import { openPage, say } from './open-page.ts';

/** Monday, ten minutes before the list comes. */
const EARLY = Temporal.Instant.from('2026-11-23T06:50+07:00');
const DAY = Temporal.PlainDate.from('2026-11-23');

const lastCard = (page: Page) => page.locator('.card').last();

/** Says something as the person at this machine, and waits for the answer. */
async function ask(page: Page, text: string, answer: string): Promise<void> {
  await say(page, text);
  await page.locator('.card', { hasText: answer }).last().waitFor();
}

describeInChromium('a morning on the page', (browser) => {
  test('a group gets its list at seven, acknowledges it by the button, has the whole list as a file, and the leaders know', async () => {
    let now = EARLY;
    const clock = { now: () => now };
    using app = await openInMemory(clock, 'none');
    const { due, reception, storage, acknowledgements } = app;
    const access = accessOf({ keepers: [], access: 'bound', host: '127.0.0.1', publicUrl: null });
    const answer = openDialogue(app, access, silentLog);
    const server = { answer, clock, makeFile: writeWorkbook };
    await using open = await openPage(browser(), { server });
    const outbox = openOutbox({
      store: outboxStore(storage),
      channels: [open.server.channel],
      paces: {},
      clock,
      wait: realWait,
      log: silentLog,
      random: Math.random,
      owner: 'test',
      sentAgain: SENT_AGAIN,
      onNever: async () => {},
    });
    const { audience } = reception;
    const { knowledge } = app;
    const room = {
      knowledge,
      due,
      audience,
      acknowledgements,
      outbox,
      runs: runStore(storage),
      onChartsComing: () => undefined,
    };
    const job = morningList(room);
    await takeIn(
      due.dossiers,
      Array.from({ length: 30 }, (_, at) => dossier(String(at + 1000), '2026-11-23')),
    );
    const { page } = open;
    await page.locator('#chats').getByRole('button').last().click();
    await ask(page, '/gan-nhom phường Lộc Thọ', 'Đã kết nối');
    await ask(page, '/dang-ky 07:00', 'Đã đăng ký');

    now = Temporal.Instant.from('2026-11-23T07:00:30+07:00');
    await job.run({ dry: false });
    await job.run({ dry: false });
    await outbox.deliverRound();
    await page.locator('.card', { hasText: '30 đến hạn hôm nay' }).waitFor();
    expect(await page.locator('.card', { hasText: '30 đến hạn hôm nay' }).count()).toBe(1);

    const download = page.waitForEvent('download');
    await lastCard(page).getByRole('link').click();
    expect((await download).suggestedFilename()).toBe('ho-so-den-han-loc-tho-2026-11-23.xlsx');

    await page.getByRole('button', { name: 'Đã nhận' }).click();
    await page.locator('.card', { hasText: 'Đã ghi nhận lúc 07:00' }).waitFor();
    const kept = await acknowledgements.acknowledgedOn(DAY);
    expect(kept.map(({ channel, agency }) => [channel, agency])).toEqual([['web', 'p-loc-tho']]);

    await page.locator('#new-chat-name').fill('Lãnh đạo');
    await page.keyboard.press('Enter');
    await page.locator('#chat-name', { hasText: 'Lãnh đạo' }).waitFor();
    await ask(page, '/gan-nhom lãnh đạo', 'Đã kết nối');
    await ask(page, '/dang-ky tóm tắt 07:30', 'Đã đăng ký');
    now = Temporal.Instant.from('2026-11-23T07:30:30+07:00');
    await leaderDigest(room).run({ dry: false });
    await outbox.deliverRound();
    await page.locator('.card', { hasText: '1/1 nhóm đã xác nhận danh sách sáng nay' }).waitFor();
    expect(open.faults).toEqual([]);
  });
});
