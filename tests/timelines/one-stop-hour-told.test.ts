import { expect, test } from 'vitest';
import * as z from 'zod';

import { checkAlerts } from '../../jobs/check-alerts.ts';
import { pollFigures } from '../../jobs/poll-figures.ts';
import { USUAL_RULES } from '../../src/alerts/settings.ts';
import { ZONE } from '../../src/clock.ts';
import { silentLog } from '../../src/log.ts';
import { openOutbox } from '../../src/outbox/open-outbox.ts';
import { believing } from '../../src/shell/believing.ts';
import { accessOf, openDialogue } from '../../src/shell/dialogue.ts';
import { httpFigures } from '../../src/sources/http/http-figures.ts';
import { healthStore } from '../../src/storage/health-store.ts';
import { outboxStore } from '../../src/storage/outbox-store.ts';
import {
  chatsOf,
  firstChats,
  startPage,
  visit,
  type Visitor,
} from '../channels/web/running-page.ts';
import { openInMemory } from '../conversations/open-in-memory.ts';
import { HandWoundTime } from '../doubles/hand-wound-time.ts';
import { HandWoundTimers } from '../doubles/hand-wound-timers.ts';
import { OneStopDouble } from '../doubles/one-stop/one-stop-double.ts';
import { AGAIN } from '../outbox/words.ts';
import { askingRoom, figureOptions } from '../sources/http/asking.ts';
import { moment } from './start-day.ts';

/** Wednesday; the year 2026 ended two days before, and 2027 has begun. */
const DAY = '2026-12-16';
const HEALTH = { received: 1_000, carriedOver: 100, resolvedOnTime: 895, pendingWithin: 100 };

const FORMULA =
  'hồ sơ = (đã giải quyết trễ hạn + đang giải quyết trễ hạn) ÷ (đã giải quyết + đang giải quyết)';

const Spans = z.array(z.union([z.string(), z.object({ strong: z.string() })]));
const Blocks = z.array(z.object({ line: Spans.optional(), items: z.array(Spans).optional() }));
const Messages = z.object({
  messages: z.array(
    z.object({
      at: z.string(),
      from: z.string(),
      blocks: Blocks.optional(),
      text: z.string().optional(),
    }),
  ),
});

type Told = { readonly at: string; readonly lines: readonly string[] };

/** What the bot has said in a chat of the page, as anybody there sees it. */
async function toldIn(visitor: Visitor, chat: string): Promise<readonly Told[]> {
  const response = await visitor.get(`/api/messages?${new URLSearchParams({ chat }).toString()}`);
  const { messages } = Messages.parse(await response.json());
  return messages
    .filter(({ from }) => from === 'bot')
    .map(({ at, blocks = [] }) => ({
      at: Temporal.Instant.from(at)
        .toZonedDateTimeISO(ZONE)
        .toPlainTime()
        .toString({ smallestUnit: 'minute' }),
      lines: blocks.flatMap(({ line, items = [] }) =>
        [...(line ? [line] : []), ...items].map(wordsOf),
      ),
    }));
}

function wordsOf(spans: z.infer<typeof Spans>): string {
  return spans.map((span) => (typeof span === 'string' ? span : span.strong)).join('');
}

/** The whole bot with its page, and a one-stop system that is asked every minute for the year and the one before. */
async function startHour() {
  const time = new HandWoundTime(moment(`${DAY}T08:00`));
  const open = await openInMemory(time, 'none');
  const double = await OneStopDouble.open();
  const host = '127.0.0.1';
  const access = { keepers: [], access: 'bound', host, publicUrl: null } as const;
  const schedule = '* * * * *';
  const options = figureOptions(double, { idleSeconds: 10, closedDays: 31, schedule });
  const config = { ...access, alerts: USUAL_RULES, sources: [options], newWithin: {} };
  const timers = new HandWoundTimers();
  double.onHeld = () => timers.runOut(10_000);
  const poll = pollFigures({
    source: httpFigures(options, { ...askingRoom(time), startTimer: timers.start }),
    when: schedule,
    intake: believing(open, config),
  });
  const { knowledge, due, alerts, storage } = open;
  const { audience } = open.reception;
  const answer = openDialogue(open, accessOf(access), silentLog);
  const page = await startPage({ clock: time, answer });
  const outbox = openOutbox({
    store: outboxStore(storage),
    channels: [page.channel],
    paces: {},
    clock: time,
    wait: time.wait,
    log: silentLog,
    random: () => 0,
    sentAgain: AGAIN,
    onNever: async () => undefined,
    owner: 'test',
  });
  const warn = checkAlerts({
    knowledge,
    due,
    audience,
    alerts,
    health: healthStore(storage),
    rules: USUAL_RULES,
  });
  const visitor = await visit(page);
  await visitor.post('/api/chats', { name: 'Quản trị' });
  const { group: leaders } = await firstChats(visitor);
  const keepers = (await chatsOf(visitor)).find(({ name }) => name === 'Quản trị')?.id ?? '';
  return {
    double,
    leaders,
    keepers,
    told: (chat: string) => toldIn(visitor, chat),
    /** Says something and waits for the answer. */
    async say(chat: string, text: string) {
      const before = (await toldIn(visitor, chat)).length;
      await visitor.post('/api/messages', { chat, text });
      await expect.poll(async () => (await toldIn(visitor, chat)).length).toBe(before + 1);
      return (await toldIn(visitor, chat)).at(-1)?.lines ?? [];
    },
    /** Every minute up to this one: asks the system, decides what to warn of, sends. */
    async until(to: string) {
      while (Temporal.Instant.compare(time.now(), moment(`${DAY}T${to}`)) < 0) {
        double.showsMoment(time.now().toZonedDateTimeISO(ZONE).toString({ timeZoneName: 'never' }));
        await poll.run({ dry: false });
        await warn.run({ dry: false });
        await outbox.deliverRound();
        await time.pass(60_000);
      }
    },
    async [Symbol.asyncDispose]() {
      await page[Symbol.asyncDispose]();
      await answer[Symbol.asyncDispose]();
      open[Symbol.dispose]();
      await double[Symbol.asyncDispose]();
    },
  };
}

/** When what was said, by the first lines of it. */
const firstLines = (told: readonly Told[], most = 1) =>
  told.map(({ at, lines }) => [at, ...lines.slice(0, most)].join(' | '));

test(
  'an hour of a system that lies, stalls, restates and recovers: the page shows what a careful person would expect, and no more',
  { timeout: 60_000 },
  async () => {
    await using hour = await startHour();
    const { double, leaders, keepers } = hour;
    double.sets('H32.01', { ...HEALTH, resolvedOverdue: 5 });
    await hour.say(leaders, '/gan-nhom lãnh đạo');
    await hour.say(keepers, '/gan-nhom quản trị');
    await hour.say(leaders, '/dang-ky cảnh báo');
    await hour.until('08:05');
    await hour.say(leaders, '/tre-han Sở Y tế năm 2026');

    double.sets('H32.01', { resolvedOnTime: 888, resolvedOverdue: 12 });
    await hour.until('08:20');
    double.lies(([first, ...others]) => [{ ...first, tongTiepNhan: -1 }, ...others]);
    await hour.until('08:25');
    double.recovers();
    double.fails({ kind: 'hangs' });
    await hour.until('08:35');
    expect(await hour.say(leaders, '/tre-han Sở Y tế')).toContain(
      'Nguồn mot-cua không đọc được từ 08:20 ngày 16/12/2026; số liệu đọc lúc 08:19 ngày 16/12/2026 có thể đã khác.',
    );
    double.recovers();
    await hour.until('08:50');
    double.sets('H32.01', { resolvedOnTime: 840, resolvedOverdue: 60 });
    await hour.until('09:01');

    const address = new URL(double.root).host;
    expect(firstLines(await hour.told(keepers), 2).slice(1)).toEqual([
      `08:20 | Nguồn mot-cua không đọc được | ${address}/thong-ke 2026, dòng 1, cột received: số âm.`,
      '08:49 | Nguồn mot-cua đã đọc lại được | Số liệu của nguồn lại được cập nhật.',
    ]);
    expect(firstLines(await hour.told(leaders), 2).slice(2)).toEqual([
      '08:00 | Còn 4 hồ sơ được trễ thêm mà vẫn dưới 1% — Sở Y tế, năm 2027 | Đã có 5 hồ sơ trễ.',
      `08:05 | 0,50% hồ sơ trễ hạn — Sở Y tế, năm 2026 | 5/1.000 ${FORMULA}`,
      '08:05 | 1,20% hồ sơ trễ hạn — Sở Y tế, năm 2027 | Vượt ngưỡng 1% (Báo cáo 4589/BC-UBND) — 12/1.000 hồ sơ.',
      '08:15 | Số liệu đã điều chỉnh so với đã báo, năm 2026 | Sở Y tế: trễ hạn 1,20% (12/1.000), trước là 0,50% (5/1.000)',
      `08:35 | 1,20% hồ sơ trễ hạn — Sở Y tế, năm 2027 (tạm tính) | 12/1.000 ${FORMULA}`,
      '08:50 | 6,00% hồ sơ trễ hạn — Sở Y tế, năm 2027 | Vượt ngưỡng 5% (Chương trình hành động 12823/CTr-UBND) — 60/1.000 hồ sơ; lần báo trước 1,20%.',
      '09:00 | Số liệu đã điều chỉnh so với đã báo, năm 2026 | Sở Y tế: trễ hạn 6,00% (60/1.000), trước là 1,20% (12/1.000)',
    ]);
    expect(await hour.say(leaders, '/nguon Sở Y tế năm 2026')).toEqual([
      '1 bảng số liệu — nguồn của Sở Y tế, năm 2026',
      'Hệ thống một cửa điện tử — năm 2026, số liệu đến 14/12/2026; đang dùng, nạp lúc 08:50 ngày 16/12/2026; trễ hạn 6,00% (60/1.000)',
      'Hệ thống một cửa điện tử — năm 2026, số liệu đến 14/12/2026; bản cũ đã được thay, nạp lúc 08:05 ngày 16/12/2026; trễ hạn 1,20% (12/1.000)',
      'Hệ thống một cửa điện tử — năm 2026, số liệu đến 14/12/2026; bản cũ đã được thay, nạp lúc 08:00 ngày 16/12/2026; trễ hạn 0,50% (5/1.000)',
      'Kỳ khác cũng có: năm 2027.',
    ]);
  },
);
