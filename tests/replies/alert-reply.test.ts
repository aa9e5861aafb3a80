import { describe, expect, test } from 'vitest';

import type { AlertNews } from '../../src/alerts/decide-agency.ts';
import { decide } from '../../src/alerts/decide.ts';
import { measuresOf } from '../../src/alerts/measure.ts';
import type { Observation, OpenDossiers, PeriodFigures } from '../../src/alerts/observation.ts';
import type { AlertRules, RuleKind } from '../../src/alerts/rules.ts';
import { USUAL_RULES } from '../../src/alerts/settings.ts';
import { yearPeriod } from '../../src/calendar/periods.ts';
import { plainText } from '../../src/channels/plain-text.ts';
import { alertReply } from '../../src/replies/alert-reply.ts';
import { observed, onlineOf } from '../alerts/any-measure.ts';
import { day } from '../calendar/viet-nam.ts';
import { directory } from '../dialogue/listening.ts';
import { moment } from '../timelines/start-day.ts';

const NOW = moment('2026-06-15T08:00');

/** News of one rule: what is seen now, after what was seen when it was told last. */
function newsOf(
  rule: RuleKind,
  now: Observation,
  {
    before = null,
    rules = USUAL_RULES,
  }: { readonly before?: Observation | null; readonly rules?: AlertRules } = {},
): AlertNews {
  const measured = (seen: Observation) =>
    measuresOf(seen, rules, rules.limits).find((one) => one.rule === rule);
  const told = before === null ? undefined : measured(before);
  const later = { now: NOW, isRepeatDue: () => true };
  const earlier = { now: NOW.subtract({ hours: 240 }), isRepeatDue: () => true };
  const state = told === undefined ? null : decide(null, told, earlier).after;
  const measure = measured(now);
  if (measure === undefined) throw new Error('nothing is judged');
  const decided = decide(state, measure, later);
  if (decided.reason === 'nothingNew') throw new Error('nothing is told');
  return { ...decided, measure, observation: now };
}

function said(news: readonly AlertNews[], rules: AlertRules = USUAL_RULES): readonly string[] {
  const { blocks } = alertReply(news, { directory, rules, now: NOW });
  const text = plainText(blocks, { limit: Infinity, tableWidth: 100 }).join('\n');
  return text.split('\n').filter((line) => line !== '');
}

/** 10 of 1,000 late and more of the figures. */
function figuresOf(late: number, other: Partial<PeriodFigures>): Observation {
  const seen = observed(late, 1_000);
  return { ...seen, figures: seen.figures && { ...seen.figures, ...other } };
}

function dossiersOf(dossiers: Partial<OpenDossiers>): Observation {
  const list = {
    source: 'mot-cua',
    origin: 'a.csv',
    asOf: moment('2026-06-15T06:30'),
    sample: false,
  };
  const known = { list, longOverdue: 0, forecasts: [], ...dossiers };
  return { ...observed(0, 1), figures: null, dossiers: known };
}

describe('one alert', () => {
  test('of a rate that is still over its limit says since when', () => {
    const news = newsOf('overdueRate', observed(12, 1_000), { before: observed(11, 1_000) });
    expect(said([news]).slice(0, 3)).toEqual([
      '1,20% hồ sơ trễ hạn — UBND huyện Cam Lâm, năm 2026',
      'Vẫn từ 1% trở lên từ 05/06/2026 — 12/1.000 hồ sơ; lần báo trước 1,10%.',
      'Cần thêm 201 hồ sơ giải quyết đúng hạn để xuống dưới 1%.',
    ]);
  });

  test('of a rate that is milder says what it is still over', () => {
    const news = newsOf('overdueRate', observed(20, 1_000), { before: observed(100, 1_000) });
    expect(said([news])[1]).toBe(
      'Đã xuống dưới 10%, vẫn từ 1% trở lên — 20/1.000 hồ sơ; lần báo trước 10,00%.',
    );
  });

  test('by another formula names it, and counts by it what is needed and what is left', () => {
    const rules = { ...USUAL_RULES, formula: 'OVERDUE_RESOLVED_ONLY' } as const;
    const lines = said([newsOf('overdueRate', observed(12, 1_000), { rules })], rules);
    expect(lines.slice(1, 3)).toEqual([
      'Vượt ngưỡng 1% — 12/1.000 hồ sơ.',
      'Cần thêm 201 hồ sơ giải quyết đúng hạn để xuống dưới 1%.',
    ]);
    expect(lines[3]).toMatch(/^Nguồn: .*\. Cách tính trễ hạn: chỉ tính hồ sơ đã giải quyết$/u);
    const room = said([newsOf('headroom', observed(7, 1_000), { rules })], rules);
    expect(room[0]).toBe(
      'Còn 3 hồ sơ được giải quyết trễ thêm mà vẫn dưới 1% — UBND huyện Cam Lâm, năm 2026',
    );
  });

  test.each([
    // 183 days have passed, 182 are left: 40 % of 1,000 × 365/183 less 390, of 1,000 × 182/183.
    [390, 4_000, 'từ nay đến 14/12/2026 cần 41,01% hồ sơ mới nộp trực tuyến để đạt chỉ tiêu'],
    [10, 4_000, 'từ nay đến 14/12/2026 cần 79,21% hồ sơ mới nộp trực tuyến để đạt chỉ tiêu'],
    [0, 7_000, 'không kịp đạt chỉ tiêu đến 14/12/2026 nếu hồ sơ đến như hiện nay'],
  ])(
    'of %d online dossiers of 1.000 against %d says how many of those to come are needed',
    (online, target, action) => {
      const { snapshot } = figuresOf(0, {}).figures ?? { snapshot: null };
      if (snapshot === null) throw new Error('no figures');
      const now = figuresOf(0, {
        online: onlineOf(online, 1_000, target),
        snapshot: { ...snapshot, asOf: day('2026-06-15') },
      });
      const lines = said([newsOf('onlinePace', now)]);
      expect(lines[0]).toContain('hồ sơ trực tuyến — UBND huyện Cam Lâm');
      const of = `${String(online)}/1.000 hồ sơ mới tiếp nhận.`;
      expect(lines[1]).toBe(`Dưới chỉ tiêu ${String(target / 100)}% (QĐ 1) — ${of}`);
      // The target may be of fewer dossiers than the rate is.
      expect(lines.at(-1)).toMatch(
        /^Nguồn: .* Trực tuyến tính trên mọi hồ sơ mới tiếp nhận; chỉ tiêu có thể chỉ tính thủ tục đã công bố trực tuyến$/u,
      );
      expect(lines[2]?.toLowerCase()).toBe(`${action}.`.toLowerCase());
    },
  );

  test('of what is pending says what is usual', () => {
    const seen = observed(0, 1_000, { counts: { pending: 300 } });
    const now = { ...seen, figures: seen.figures && { ...seen.figures, usualPending: 150 } };
    expect(said([newsOf('pendingRise', now)]).slice(0, 3)).toEqual([
      '300 hồ sơ đang giải quyết — UBND huyện Cam Lâm, năm 2026',
      'Tăng đột biến, thường ngày khoảng 150.',
      'Xem khâu nào đang ùn, bố trí thêm người trước khi trễ hạn dồn.',
    ]);
  });

  test('of room says how much, and of none', () => {
    const lines = said([newsOf('headroom', observed(7, 1_000))]);
    expect(lines.slice(0, 2)).toEqual([
      'Còn 2 hồ sơ được trễ thêm mà vẫn dưới 1% — UBND huyện Cam Lâm, năm 2026',
      'Đã có 7 hồ sơ trễ.',
    ]);
  });

  test('of dossiers that are late for long that fewer are', () => {
    const news = newsOf('longOverdue', dossiersOf({ longOverdue: 0 }), {
      before: dossiersOf({ longOverdue: 3 }),
    });
    expect(said([news])).toEqual([
      '0 hồ sơ quá hạn trên 30 ngày làm việc — UBND huyện Cam Lâm',
      'Đã giảm — lần báo trước 3 hồ sơ.',
      'Nguồn: danh sách hồ sơ mot-cua, lúc 06:30 ngày 15/06/2026',
    ]);
  });

  test('of a forecast says its range, and that dossiers are made up', () => {
    const forecast = {
      overdue: 12,
      handled: 1_000,
      range: { least: 9, most: 18 },
      lateNow: 5,
      handledNow: 900,
      dueByEnd: 40,
    };
    const list = { source: 'mau', origin: 'a', asOf: moment('2026-06-15T06:30'), sample: true };
    const now = dossiersOf({ list, forecasts: [{ period: yearPeriod(2026), forecast }] });
    expect(said([newsOf('forecast', now)])).toEqual([
      '1,20% hồ sơ trễ hạn theo dự báo cuối kỳ — UBND huyện Cam Lâm, năm 2026',
      'Có thể vượt ngưỡng 1%.',
      'Đến 14/12/2026 khoảng 1,20% (0,90%–1,80%), 12/1.000 hồ sơ; đang trễ 5, còn 40 hồ sơ đến hạn trong kỳ.',
      '⚠️ Dữ liệu mẫu, không phải hồ sơ thật.',
      'Nguồn: danh sách hồ sơ mau, lúc 06:30 ngày 15/06/2026. Cách tính trễ hạn: công thức của tỉnh',
    ]);
  });
});

test('several are told a line each, both kinds of sources in one line', () => {
  const lines = said([
    newsOf('overdueRate', observed(12, 1_000)),
    newsOf('longOverdue', dossiersOf({ longOverdue: 2 })),
  ]);
  expect(lines).toEqual([
    '2 cảnh báo, năm 2026 — 08:00 ngày 15/06/2026',
    '• Cam Lâm 1,20% hồ sơ trễ hạn: vượt ngưỡng 1% — 12/1.000 hồ sơ — cần thêm 201 hồ sơ giải quyết đúng hạn để xuống dưới 1%',
    '• Cam Lâm 2 hồ sơ quá hạn trên 30 ngày làm việc: cần xử lý dứt điểm, xin lỗi và hẹn lại',
    'Nguồn: Báo cáo 55/BC-UBND ngày 20/02/2024, Phụ lục 2 · số liệu đến 14/12/2023; danh sách hồ sơ mot-cua, lúc 06:30 ngày 15/06/2026. Cách tính trễ hạn: công thức của tỉnh',
  ]);
});
