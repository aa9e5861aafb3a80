import type { AlertNews } from '../alerts/decide-agency.ts';
import type { Amount, Measure } from '../alerts/measure.ts';
import type { Expected } from '../alerts/observation.ts';
import type { AlertRules, RuleKind } from '../alerts/rules.ts';
import { periodKey } from '../calendar/periods.ts';
import { dayOf } from '../clock.ts';
import { compareWithPercent, fraction, hundredthsOfPercent } from '../figures/fraction.ts';
import { count, day, percent, quotient, shortPercent } from './numbers.ts';

/** What the number of an alert counts: "1,02% hồ sơ trễ hạn", "3 hồ sơ quá hạn lâu". */
export const SUBJECTS: Readonly<Record<RuleKind, string>> = {
  overdueRate: 'hồ sơ trễ hạn',
  forecast: 'hồ sơ trễ hạn theo dự báo cuối kỳ',
  headroom: 'được trễ thêm mà vẫn dưới ngưỡng',
  longOverdue: 'quá hạn lâu',
  onlinePace: 'hồ sơ trực tuyến',
  pendingRise: 'đang giải quyết',
};

/** The same in a message: "quá hạn trên 30 ngày làm việc", "được trễ thêm mà vẫn dưới 1%". */
export function subjectOf(
  { rule, limit }: Pick<Measure, 'rule' | 'limit'>,
  { longOverdueDays, formula }: Pick<AlertRules, 'longOverdueDays' | 'formula'>,
): string {
  if (rule === 'longOverdue') return `quá hạn trên ${count(longOverdueDays ?? 0)} ngày làm việc`;
  return rule === 'headroom'
    ? `được ${lateWord({ formula })} thêm mà vẫn dưới ${shortPercent(limit)}`
    : SUBJECTS[rule];
}

/** Which dossiers one more of fills the room: by one formula any that is late, by the other such as are resolved late. */
export function lateWord({ formula }: Pick<AlertRules, 'formula'>): string {
  return formula === 'OVERDUE_RESOLVED_ONLY' ? 'giải quyết trễ' : 'trễ';
}

/** The number of an alert: "1,02%", "còn 5 hồ sơ". */
export function numberOf(rule: RuleKind, { value, of }: Amount): string {
  switch (rule) {
    case 'overdueRate':
    case 'forecast':
    case 'onlinePace':
      return percent(hundredthsOfPercent(fraction(value, of)));
    case 'headroom':
      return value === 0 ? 'không còn hồ sơ' : `còn ${count(value)} hồ sơ`;
    case 'longOverdue':
    case 'pendingRise':
      return `${count(value)} hồ sơ`;
  }
}

/** The counts behind a rate: "12/1.176 hồ sơ"; null where the number says all. */
export function countsOf(rule: RuleKind, { value, of }: Amount): string | null {
  if (rule === 'onlinePace') return `${quotient(value, of)} hồ sơ mới tiếp nhận`;
  return rule === 'overdueRate' ? `${quotient(value, of)} hồ sơ` : null;
}

/** What it was when it was told last: "lần báo trước 1,02%"; null when it was not. */
export function toldOf({ measure, before }: Pick<AlertNews, 'measure' | 'before'>): string | null {
  return before === null ? null : `lần báo trước ${numberOf(measure.rule, before.amount)}`;
}

/** What has happened: "vượt ngưỡng 1%", "đã xuống dưới 5%, vẫn từ 1% trở lên". */
export function eventOf(news: AlertNews): string {
  const { measure } = news;
  switch (news.reason) {
    case 'recovered': {
      const left = news.after === null ? '' : leftText(measure, news.after.bound);
      return `${overText(measure, news.before.bound)}${left}`;
    }
    case 'repeatDue':
      return `${stillText(measure, news.after.bound)} từ ${day(dayOf(news.before.since))}`;
    case 'first':
    case 'worsened': {
      const { bound } = news.after;
      return isOverAlready(news, bound)
        ? `danh sách hồ sơ đã vượt ngưỡng ${shortPercent(bound)}`
        : reachedText(measure, bound);
    }
  }
}

/** The forecast that an alert is of; null for alerts of other rules. */
export function expectedOf({
  measure,
  observation,
}: Pick<AlertNews, 'measure' | 'observation'>): Expected | null {
  if (measure.rule !== 'forecast') return null;
  const forecasts = observation.dossiers?.forecasts ?? [];
  return forecasts.find(({ period }) => periodKey(period) === measure.period) ?? null;
}

/** Whether a limit that a forecast reaches is reached by the dossiers as they are. */
function isOverAlready({ measure, observation }: AlertNews, bound: number): boolean {
  const known = expectedOf({ measure, observation });
  if (known === null) return false;
  const { lateNow, handledNow } = known.forecast;
  return compareWithPercent(fraction(lateNow, handledNow), bound) >= 0;
}

/** Of what has grown milder, the bound that is not clearly left behind. */
function leftText(measure: Measure, bound: number): string {
  return measure.reached > 0
    ? `, ${stillText(measure, bound)}`
    : `, đang sát mức ${measure.rule === 'overdueRate' ? shortPercent(bound) : 'báo'}`;
}

/** What a bound says once it is reached. */
function reachedText({ rule, amount }: Measure, bound: number): string {
  switch (rule) {
    case 'overdueRate':
      return isExactly(amount, bound)
        ? `chạm ngưỡng ${shortPercent(bound)}`
        : `vượt ngưỡng ${shortPercent(bound)}`;
    case 'forecast':
      return `có thể vượt ngưỡng ${shortPercent(bound)}`;
    case 'headroom':
      return `đã có ${count(amount.of)} hồ sơ trễ`;
    case 'longOverdue':
      return 'cần xử lý dứt điểm, xin lỗi và hẹn lại';
    case 'onlinePace':
      return `dưới chỉ tiêu ${shortPercent(bound)}`;
    case 'pendingRise':
      return `tăng đột biến, thường ngày khoảng ${count(amount.of)}`;
  }
}

function isExactly({ value, of }: Amount, hundredths: number): boolean {
  return value * 10_000 === hundredths * of;
}

function stillText(measure: Measure, bound: number): string {
  switch (measure.rule) {
    case 'overdueRate':
      return `vẫn từ ${shortPercent(bound)} trở lên`;
    case 'forecast':
      return `dự báo vẫn vượt ngưỡng ${shortPercent(bound)}`;
    case 'onlinePace':
      return `vẫn dưới chỉ tiêu ${shortPercent(bound)}`;
    case 'headroom':
    case 'longOverdue':
    case 'pendingRise':
      return `vẫn ${reachedText(measure, bound)}`;
  }
}

/** That a bound is left behind. */
function overText({ rule }: Measure, bound: number): string {
  switch (rule) {
    case 'overdueRate':
      return `đã xuống dưới ${shortPercent(bound)}`;
    case 'forecast':
      return `dự báo đã xuống dưới ${shortPercent(bound)}`;
    case 'headroom':
      return 'đã có thêm khoảng an toàn';
    case 'longOverdue':
      return 'đã giảm';
    case 'onlinePace':
      return `đã đạt chỉ tiêu ${shortPercent(bound)}`;
    case 'pendingRise':
      return 'đã trở lại mức thường ngày';
  }
}
