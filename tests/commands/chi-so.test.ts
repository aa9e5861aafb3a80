import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { fixedClock } from '../../src/clock.ts';
import { poll } from '../../src/polling/poll.ts';
import { PortalOptions } from '../../src/sources/portal/options.ts';
import { portalSource } from '../../src/sources/portal/portal-source.ts';
import { answerArchive } from '../../src/storage/answer-archive.ts';
import { openStorage } from '../../src/storage/open.ts';
import { startBot, type TestBot } from '../conversations/start-bot.ts';
import { PortalDouble } from '../doubles/portal/portal-double.ts';
import { DIRECTORY, LEAST } from '../sources/portal/visit.ts';

const DAY = '2026-11-21T02:30+07:00';
const NEXT_DAY = '2026-11-22T02:30+07:00';

let portal: PortalDouble;
let bot: TestBot;
let storage: ReturnType<typeof openStorage>;
beforeEach(async () => {
  storage = openStorage(':memory:');
  portal = await PortalDouble.open();
  bot = await startBot();
});
afterEach(async () => {
  await bot[Symbol.asyncDispose]();
  await portal[Symbol.asyncDispose]();
  storage.close();
});

/** Everything the portal says on a day is taken in. */
async function polled(now = DAY) {
  const clock = fixedClock(Temporal.Instant.from(now));
  const source = portalSource({
    options: PortalOptions.parse({ ...LEAST, url: portal.url }),
    directory: DIRECTORY,
    archive: answerArchive(storage),
    clock,
    wait: async () => undefined,
  });
  const store = bot.knowledge.snapshots;
  const { counts } = await poll(source, { store, directory: DIRECTORY, clock });
  return counts;
}

const PROGRESS = 'dvc-progress-tree';
const OCTOBER = 'month-2026-10';

describe('/chi-so', () => {
  test('says the points by group, the largest loss first, and what a loss means in counts', async () => {
    await polled();
    const { text, reply } = await bot.hears('/chi-so toàn tỉnh');
    expect(text).toMatch(/^64,62\/100 điểm .* — Tỉnh Khánh Hòa, tháng 10\/2026 dương lịch\n/u);
    const groups = Array.from(text.matchAll(/^• (.+?) \d/gmu), ([, name]) => name);
    expect(groups).toEqual([
      'Số hóa hồ sơ',
      'Công khai, minh bạch',
      'Dịch vụ trực tuyến',
      'Thanh toán trực tuyến',
      'Mức độ hài lòng',
      'Tiến độ giải quyết',
    ]);
    for (const words of [
      'Mất 35,38 điểm, nhiều nhất ở Số hóa hồ sơ (12,66) và Công khai, minh bạch (10,29).',
      'Tiến độ giải quyết 18/20, mất 2 điểm = 4.288/42.880 hồ sơ trễ hạn; cứ thêm 2.144 hồ sơ đúng hạn được 1 điểm',
      '2,80 điểm do 30.016/42.880 hồ sơ chưa số hóa',
      'Cổng chưa chấm 10 điểm vì không phát sinh',
      'Tăng 1,57 điểm so với tháng 9/2026 dương lịch: Tiến độ giải quyết +0,80',
      'Cổng đánh dấu: mẫu số tạm',
      'Nha Trang (mới) 65,09, Vạn Ninh (mới) 67,48, Sở Công Thương 69,23',
      'không so được với kỳ báo cáo từ ngày 15 đến ngày 14',
      'Nguồn: Cổng DVCQG (Bộ chỉ số 766) · số liệu đến 31/10/2026',
    ]) {
      expect(text).toContain(words);
    }
    expect(reply.topic).toMatchObject({ period: '2026-10-01..2026-10-31', metric: 'serviceIndex' });
  });

  test.each([
    'điểm 766 của tỉnh mất ở đâu',
    '766 mất điểm ở đâu',
    'chỉ số thấp nhất ở nhóm nào',
    'toàn tỉnh mất điểm nhiều nhất ở đâu',
    'nhóm nào mất điểm nhiều nhất',
    'tại sao chỉ số 766 thấp',
  ])('%s: where points are lost opens the answer', async (asked) => {
    await polled();
    const { text } = await bot.hears(asked);
    const [first, second] = text.split('\n').filter((line) => line !== '');
    expect(first).toBe(
      'Mất 35,38 điểm, nhiều nhất ở Số hóa hồ sơ (12,66) và Công khai, minh bạch (10,29) — Tỉnh Khánh Hòa, tháng 10/2026 dương lịch',
    );
    expect(second).toContain('64,62/100 điểm');
    expect(text.match(/Mất 35,38 điểm/gu)).toHaveLength(1);
    expect(text).toMatch(/^• Số hóa hồ sơ 9,34\/22, mất 12,66 điểm/mu);
  });

  test('which unit loses the most is a ranking, and asked again after it the groups', async () => {
    await polled();
    const talk = bot.talk();
    const ranked = (await talk.hears('đơn vị nào mất điểm nhiều nhất')).text;
    expect(ranked).toMatch(/^Nha Trang \(mới\) 65,09/u);
    await talk.hears('/chi-so phường Nha Trang');
    expect((await talk.hears('tại sao')).text).toMatch(
      /^Mất .* điểm, nhiều nhất ở .* — UBND phường/u,
    );
  });

  test('draws points got and lost, each bar as long as its maximum', async () => {
    await polled();
    const { chart } = (await bot.hears('/chi-so toàn tỉnh')).reply;
    if (chart?.kind !== 'composition') throw new Error('another chart');
    const bars = chart.bars.map(({ label, total, segments }) => [
      label,
      total,
      segments.reduce((sum, { value }) => sum + value, 0),
    ]);
    expect(bars).toEqual([
      ['Số hóa hồ sơ', '9,34/22', 2_200],
      ['Công khai, minh bạch', '7,71/18', 1_800],
      ['Dịch vụ trực tuyến', '7,43/12', 1_200],
      ['Thanh toán trực tuyến', '6,43/10', 1_000],
      ['Mức độ hài lòng', '15,71/18', 1_800],
      ['Tiến độ giải quyết', '18/20', 2_000],
    ]);
  });

  test('goes on about another month and the year, which still runs', async () => {
    await polled();
    const talk = bot.talk();
    await talk.hears('/chi-so phường Nha Trang');
    expect((await talk.hears('còn tháng 9?')).text).toMatch(/^63,58\/100 điểm .*tháng 9\/2026/u);
    const year = (await talk.hears('còn năm 2026?')).text;
    expect(year).toMatch(/^64,17\/100 điểm .*năm 2026 dương lịch \(tạm tính\)/u);
    expect(year).toContain('mới đến 20/11/2026');
    expect(year).not.toContain('so với năm 2025');
  });

  test('a total added up here says so', async () => {
    await polled();
    const { text } = await bot.hears('/chi-so Sở Công Thương');
    expect(text).toContain('Tổng điểm cộng từ sáu nhóm; Cổng không ghi tổng.');
    expect(text).not.toContain('Đứng thứ');
  });

  test('a unit is told its place among those of its level', async () => {
    await polled();
    const { text } = await bot.hears('/chi-so phường Nha Trang');
    expect(text).toContain('Đứng thứ 2/2 đơn vị cùng cấp có đủ sáu nhóm.');
  });

  test('a choice leads to what it names', async () => {
    await polled();
    const [choice] = (await bot.hears('/chi-so toàn tỉnh')).reply.choices;
    expect(choice?.label).toBe('Tháng 9/2026 dương lịch');
    expect((await bot.hears(choice?.send ?? '')).text).toMatch(/^63,05\/100 điểm/u);
  });
});

describe('/so-sanh by the index', () => {
  test('says points of the calendar’s month, never percent or a month from the 15th', async () => {
    await polled();
    const { text, reply } = await bot.hears(
      '/so-sanh chỉ số 766 phường Nha Trang, Sở Công Thương tháng 10',
    );
    expect(text).toMatch(
      /^Nha Trang \(mới\) 65,09 điểm · Sở Công Thương 69,23 điểm — .*tháng 10\/2026 dương lịch\n/u,
    );
    expect(text).toContain('Sở Công Thương cao hơn 4,14 điểm so với UBND phường Nha Trang');
    expect(text).toContain('không so được với kỳ báo cáo từ ngày 15 đến ngày 14');
    expect(`${text} ${JSON.stringify(reply.chart)}`).not.toContain('%');
    expect(reply.topic?.period).toBe('2026-10-01..2026-10-31');
  });

  test('takes the newest month all have, and holds only whole periods of one length together', async () => {
    await polled();
    const { text } = await bot.hears('/so-sanh chỉ số 766 phường Nha Trang, Sở Công Thương');
    expect(text).toContain('tháng 10/2026 dương lịch');
    const months = (await bot.hears('/so-sanh chỉ số 766 phường Nha Trang tháng 9, tháng 10')).text;
    expect(months).toContain(
      'Tháng 10/2026 dương lịch cao hơn 1,51 điểm so với Tháng 9/2026 dương lịch',
    );
    const year = (await bot.hears('/so-sanh chỉ số 766 phường Nha Trang năm 2026, tháng 10/2026'))
      .text;
    expect(year).toContain('kỳ dài ngắn khác nhau và có kỳ đang chạy');
  });

  test('says what is missing', async () => {
    await polled();
    const { text } = await bot.hears('/so-sanh chỉ số 766 Sở Nội vụ, Sở Công Thương tháng 10');
    expect(text).toContain('Sở Nội vụ: chưa có số liệu');
    expect(text).not.toContain('so với Sở');
  });
});

describe('what is not known', () => {
  test('a group without points is missing, and so is the total', async () => {
    portal.recomputes(OCTOBER, PROGRESS, ['"score":19.07', '"score":null']);
    await polled();
    const { text, reply } = await bot.hears('/chi-so Sở Công Thương');
    expect(text).toMatch(/^Chưa đủ số liệu/u);
    expect(text).toContain('Tiến độ giải quyết: chưa có số liệu');
    expect(text).toContain(
      'Không so sánh được với tháng 9/2026 dương lịch: có nhóm chỉ một kỳ có số liệu.',
    );
    expect(JSON.stringify(reply.chart)).toContain('chưa có số liệu');
  });

  test('a month the portal no longer says anything of keeps the points it had', async () => {
    await polled();
    portal.saysNothingOf(OCTOBER);
    expect(await polled(NEXT_DAY)).toMatchObject({ restated: 0, refused: 0 });
    expect((await bot.hears('/chi-so toàn tỉnh')).text).toMatch(/^64,62\/100 điểm/u);
  });

  test('no dossiers at all are no late ones, though the portal gives no points for them', async () => {
    portal.recomputes(OCTOBER, PROGRESS, [
      '"totalReceived":857,"totalOnTime":817',
      '"totalReceived":0,"totalOnTime":0',
    ]);
    portal.recomputes(OCTOBER, PROGRESS, ['"score":19.07', '"score":0']);
    await polled();
    const { text } = await bot.hears('/chi-so Sở Công Thương');
    expect(text).toContain('Tiến độ giải quyết 0/20, mất 20 điểm: không phát sinh hồ sơ');
    expect(text).not.toContain('trễ hạn');
  });

  test('no department without figures is given those of another', async () => {
    await polled();
    expect((await bot.hears('/chi-so Sở Nội vụ')).text).toMatch(/^Chưa có số liệu/u);
    expect((await bot.hears('/chi-so toàn tỉnh quý 3')).text).toMatch(
      /^Chưa có số liệu .*quý III\/2026 dương lịch/u,
    );
  });

  test('where nothing was polled and no document tells of the reform, both are missing', async () => {
    await using bare = await startBot({ samples: 'none' });
    const { text } = await bare.hears('/chi-so toàn tỉnh');
    expect(text).toContain(
      'Chưa có số liệu chỉ số phục vụ người dân, doanh nghiệp (Bộ chỉ số 766)',
    );
    expect(text).toContain('Chưa nguồn nào cung cấp cả chỉ số cải cách hành chính (PAR Index).');
  });

  test('the reform index is not taken for it', async () => {
    await bot[Symbol.asyncDispose]();
    bot = await startBot({ samples: 'none' });
    await polled();
    const { text } = await bot.hears('chỉ số CCHC toàn tỉnh');
    expect(text).toContain('Chưa có chỉ số cải cách hành chính (PAR Index); đây là Bộ chỉ số 766');
  });

  test('nor it for the reform index, which documents tell of', async () => {
    await polled();
    const { text } = await bot.hears('chỉ số CCHC toàn tỉnh');
    expect(text).toMatch(/^35\/42 cơ quan xếp loại Tốt/u);
    expect((await bot.hears('chỉ số 766')).text).toMatch(/^64,62\/100 điểm/u);
  });
});

describe('what is told apart', () => {
  test('months with other maxima are not compared', async () => {
    portal.recomputes('month-2026-09', PROGRESS, ['"totalMaxScore":20', '"totalMaxScore":25']);
    await polled();
    const { text } = await bot.hears('/chi-so toàn tỉnh');
    expect(text).toContain('Không so sánh được với tháng 9/2026 dương lịch: điểm tối đa đã đổi.');
  });

  test('a total that is not the sum of its groups: both are said', async () => {
    portal.recomputes(OCTOBER, 'service-results', ['"totalScore":64.62', '"totalScore":60.1']);
    await polled();
    const { text } = await bot.hears('/chi-so toàn tỉnh');
    expect(text).toMatch(/^60,10\/100 điểm/u);
    expect(text).toContain('Cổng công bố 60,10 điểm, cộng sáu nhóm được 64,62 điểm.');
  });

  test('a past score that was computed anew: both versions are kept, and the change is said', async () => {
    await polled();
    portal.recomputes(OCTOBER, PROGRESS, ['"totalScore":18', '"totalScore":17.5']);
    portal.recomputes(OCTOBER, 'service-results', ['"totalScore":64.62', '"totalScore":64.12']);
    expect(await polled(NEXT_DAY)).toMatchObject({ restated: 1, unchanged: 1, stored: 1 });
    const { text } = await bot.hears('/chi-so toàn tỉnh');
    expect(text).toMatch(/^64,12\/100 điểm/u);
    expect(text).toContain(
      'Số liệu đã được điều chỉnh: trước là 64,62 điểm (Tiến độ giải quyết 18), nguồn Cổng DVCQG',
    );
  });

  test('figures of the province are not mixed with those of the portal', async () => {
    const before = (await bot.hears('/tong-quan')).text;
    await polled();
    expect((await bot.hears('/tong-quan')).text).toBe(before);
    expect((await bot.hears('/dung-han toàn tỉnh')).text).not.toContain('DVCQG');
  });
});

describe('/xep-hang chỉ số 766', () => {
  test('puts the departments in order of their points, those of one level if asked', async () => {
    await polled();
    const { text } = await bot.hears('/xep-hang chỉ số 766');
    expect(text).toMatch(/^Nha Trang \(mới\) 65,09 điểm thấp nhất trong 3 đơn vị/u);
    const best = (await bot.hears('/xep-hang xã chỉ số 766 tốt nhất')).text;
    expect(best).toMatch(/^Vạn Ninh \(mới\) 67,48 điểm cao nhất trong 2 đơn vị/u);
  });
});

test('/dien-bien shows the index over the months, by rules that need no formula', async () => {
  await polled();
  const { text } = await bot.hears('/dien-bien chỉ số 766');
  expect(text).toMatch(
    /^T9\/2026 DL: 63,05 điểm → T10\/2026 DL: 64,62 điểm · 2026 DL: 63,75 điểm/u,
  );
  expect(text).toContain('• Tháng 10/2026 dương lịch: 64,62 điểm\n');
  expect(text).not.toContain('không nêu công thức');
});
