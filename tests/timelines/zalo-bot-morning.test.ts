import { expect, test } from 'vitest';

import { morningList } from '../../jobs/morning-list.ts';
import { realWait } from '../../src/channels/wait.ts';
import { silentLog } from '../../src/log.ts';
import { openOutbox } from '../../src/outbox/open-outbox.ts';
import { accessOf, openDialogue } from '../../src/shell/dialogue.ts';
import { openStorage } from '../../src/storage/open.ts';
import { outboxStore } from '../../src/storage/outbox-store.ts';
import { runStore } from '../../src/storage/run-store.ts';
import { writeWorkbook } from '../../src/workbooks/write-workbook.ts';
import { openZaloBot } from '../channels/zalo-bot/open-zalo-bot.ts';
import { dossier, takeIn } from '../conversations/due-dossiers.ts';
import { openInMemory } from '../conversations/open-in-memory.ts';
import { HandWoundTime } from '../doubles/hand-wound-time.ts';
import { AN, BINH, GROUP, type ZaloUser } from '../doubles/zalo-bot/chats.ts';
import { AGAIN } from '../outbox/words.ts';
import { moment } from './start-day.ts';

const HERE = { chat: GROUP, mention: true };

/** The application with one group of Zalo, the evening before, by a clock wound by hand. */
async function startMorning() {
  const time = new HandWoundTime(moment('2026-11-23T06:00'));
  const storage = openStorage(':memory:');
  const open = await openInMemory(time, 'none', storage);
  const keepers = [{ channel: 'zalo-bot', person: AN.id }];
  const answer = openDialogue(
    open,
    accessOf({ keepers, access: 'bound', host: '0.0.0.0', publicUrl: null }),
    silentLog,
  );
  const bot = await openZaloBot({ answer, makeFile: writeWorkbook, storage, clock: time });
  const store = outboxStore(storage);
  const outbox = openOutbox({
    store,
    channels: [bot.channel],
    paces: {},
    clock: time,
    wait: realWait,
    log: silentLog,
    random: () => 0,
    sentAgain: AGAIN,
    onNever: async () => undefined,
    owner: 'test',
  });
  const { due, reception } = open;
  const { audience } = reception;
  const runs = runStore(storage);
  const job = morningList({ due, audience, outbox, runs, onChartsComing: () => undefined });
  return {
    ...bot,
    due,
    time,
    /** The next answer to what somebody says. */
    async hears(text: string, from: ZaloUser = AN) {
      const before = bot.zalo.sent.length;
      bot.zalo.says(text, { ...HERE, from });
      return (await bot.zalo.messages(before + 1)).at(-1)?.text ?? '';
    },
    async sevenOClock() {
      await time.pass(60 * 60_000);
      await job.run({ dry: false });
      await outbox.deliverRound();
    },
    async [Symbol.asyncDispose]() {
      await answer[Symbol.asyncDispose]();
      await bot[Symbol.asyncDispose]();
      open[Symbol.dispose]();
    },
  };
}

test('the morning list of a group of Zalo: dossiers, the table under a link that dies, and a number that says it is seen', async () => {
  await using day = await startMorning();
  await day.hears('/gan-nhom phường Lộc Thọ #p-loc-tho');
  expect(await day.hears('/dang-ky 07:00')).toContain('Đã đăng ký: 07:00 các ngày làm việc');
  const late = Array.from({ length: 20 }, (_, at) => dossier(`${8000 + at}`, '2026-11-20'));
  await takeIn(day.due.dossiers, late, { asOf: moment('2026-11-23T06:00') });
  const before = day.zalo.sent.length;
  await day.sevenOClock();
  const pushed = day.zalo.sent.slice(before);
  const text = pushed.map((message) => message.text).join('\n');
  expect(pushed.every((message) => message.chat === GROUP.id)).toBe(true);
  expect(text).toContain('UBND phường Lộc Thọ: 20 quá hạn');
  expect(text).toContain('Còn 8 hồ sơ nữa trong tệp đính kèm.');
  expect(text).toContain('1. Đã nhận\n2. Nhắc lại lúc 14:00');
  const url = /Tệp Excel \(tải được đến 11:00\): (\S+)/u.exec(text)?.[1] ?? '';
  const table = await day.open(url);
  expect(
    Buffer.from(await table.bytes())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');

  expect(await day.hears('1', BINH)).toContain('Đã ghi nhận lúc 07:00');
  await day.time.pass(4 * 60 * 60_000);
  expect((await day.open(url)).status).toBe(410);
});
