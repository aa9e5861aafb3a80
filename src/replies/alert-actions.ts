import type { AlertNews } from '../alerts/decide-agency.ts';
import type { PeriodFigures } from '../alerts/observation.ts';
import type { AlertRules } from '../alerts/rules.ts';
import { daysInto } from '../calendar/period-order.ts';
import { fraction, hundredthsOfPercent } from '../figures/fraction.ts';
import { headroom, neededToGetBack } from '../figures/headroom.ts';
import { expectedOf, lateWord } from './alert-words.ts';
import { forecastText } from './forecast-line.ts';
import { count, day, percent, shortPercent } from './numbers.ts';
import { roomText } from './room-text.ts';

/** What can be done about an alert, or what there is left; null = nothing to say. */
export function actionOf(news: AlertNews, rules: Pick<AlertRules, 'formula'>): string | null {
  const { figures } = news.observation;
  switch (news.measure.rule) {
    case 'overdueRate':
      return figures === null ? null : rateAction(news, figures, rules);
    case 'headroom':
      return 'giải quyết đúng hạn các hồ sơ sắp đến hạn để không chạm ngưỡng';
    case 'forecast':
      return expectedText(news);
    case 'onlinePace':
      return figures === null ? null : onlineAction(news, figures);
    case 'pendingRise':
      return 'xem khâu nào đang ùn, bố trí thêm người trước khi trễ hạn dồn';
    // What is to be done about these is what is said of them.
    case 'longOverdue':
      return null;
  }
}

/** The same in a few words, for one of several alerts. */
export function shortActionOf(news: AlertNews, rules: Pick<AlertRules, 'formula'>): string | null {
  const { rule } = news.measure;
  if (rule === 'headroom') return null;
  const known = expectedOf(news);
  if (known === null) return actionOf(news, rules);
  const { lateNow, dueByEnd } = known.forecast;
  return `đang trễ ${count(lateNow)}, còn ${count(dueByEnd)} hồ sơ đến hạn`;
}

function expectedText(news: AlertNews): string | null {
  const known = expectedOf(news);
  return known === null ? null : forecastText(known);
}

/** By the mildest limit that is reached: leaving it is what is wanted; when none is, how much room there is. */
function rateAction(
  { measure, after }: AlertNews,
  { counts }: PeriodFigures,
  { formula }: Pick<AlertRules, 'formula'>,
): string | null {
  const first = measure.limit;
  const room = headroom(counts, first, formula);
  if (room !== null) {
    return roomText(room, shortPercent(first), lateWord({ formula }));
  }
  const limit = after?.bound ?? first;
  const needed = neededToGetBack(counts, limit, formula);
  return needed === null
    ? null
    : `cần thêm ${count(needed)} hồ sơ giải quyết đúng hạn để xuống dưới ${shortPercent(limit)}`;
}

/** How many of those still to come must come online, if they come at the pace so far. */
function onlineAction({ measure }: AlertNews, { period, snapshot }: PeriodFigures): string | null {
  const [target = 0] = measure.bounds;
  const { value, of } = measure.amount;
  const passed = BigInt(daysInto(period, snapshot.asOf));
  const left = BigInt(daysInto(period, period.to)) - passed;
  // Of `of × left ÷ passed` more dossiers, all multiplied by `passed`.
  const more = BigInt(of) * left;
  const all = BigInt(of) * passed + more;
  if (more <= 0n) return null;
  const wanted = BigInt(target) * all - BigInt(value) * passed * 10_000n;
  if (wanted <= 0n) return null;
  const share = hundredthsOfPercent(fraction(wanted, more * 10_000n));
  return share > 10_000
    ? `không kịp đạt chỉ tiêu đến ${day(period.to)} nếu hồ sơ đến như hiện nay`
    : `từ nay đến ${day(period.to)} cần ${percent(share)} hồ sơ mới nộp trực tuyến để đạt chỉ tiêu`;
}
