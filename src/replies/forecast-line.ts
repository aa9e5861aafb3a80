import type { Forecast } from '../alerts/forecast.ts';
import type { Period } from '../calendar/period.ts';
import type { TakenList } from '../dossiers/store.ts';
import { fraction, hundredthsOfPercent } from '../figures/fraction.ts';
import { count, day, percent, quotient } from './numbers.ts';
import type { Block } from './reply.ts';

/** "đến 14/12/2026 khoảng 1,20% (0,95%–1,60%), 312/26.000 hồ sơ; đang trễ 280, 150 hồ sơ còn đến hạn trong kỳ". */
export function forecastText({
  period,
  forecast,
}: {
  readonly period: Period;
  readonly forecast: Forecast;
}): string {
  const { overdue, handled, range, lateNow, dueByEnd } = forecast;
  const rate = (late: number) => percent(hundredthsOfPercent(fraction(late, handled)));
  const between =
    range === null
      ? 'chưa đủ số tháng để nêu mức thấp nhất, cao nhất'
      : `${rate(range.least)}–${rate(range.most)}`;
  return `đến ${day(period.to)} khoảng ${rate(overdue)} (${between}), ${quotient(overdue, handled)} hồ sơ; đang trễ ${count(lateNow)}, còn ${count(dueByEnd)} hồ sơ đến hạn trong kỳ`;
}

/** A forecast was asked for, and there is none. */
export const NO_FORECAST: Block = {
  kind: 'warning',
  line: ['Chưa dự báo được: chỉ dự báo cho kỳ đang chạy của cơ quan có danh sách hồ sơ.'],
};

/** "Dự báo cuối kỳ: đến 14/12/2026 khoảng 1,20% (…), theo danh sách hồ sơ.": one line beside an answer. */
export function forecastBlock(
  known: Parameters<typeof forecastText>[0],
  lists: readonly Pick<TakenList, 'sample'>[],
): Block {
  const isSample = lists.some(({ sample }) => sample);
  const basis = isSample ? 'dữ liệu mẫu' : 'tính từ danh sách hồ sơ';
  return { kind: 'note', line: [`Dự báo cuối kỳ (${basis}): ${forecastText(known)}.`] };
}
