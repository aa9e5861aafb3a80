import { otherFormula } from '../figures/metric.ts';
import type { Apart, Change, Uncompared } from '../queries/changes.ts';
import type { LimitStanding } from '../queries/limit-standing.ts';
import type { RateAnswer } from '../queries/rate-answer.ts';
import type { Rate } from '../queries/rate.ts';
import type { Timeliness } from '../queries/timeliness.ts';
import { againstLimit } from './limit-words.ts';
import { FORMULA_USERS, METRIC_WORDS, formulaWords } from './metric-words.ts';
import { count, day, percent, points, quotient, shortPercent } from './numbers.ts';
import { periodTitle, reachText } from './period-block.ts';
import { periodName } from './period-names.ts';
import { type Block, type Line, type Span, textBlocks } from './reply.ts';
import { roomText } from './room-text.ts';
import { capital, listed } from './sentence.ts';
import { unlikeWords } from './unlike-lines.ts';

type OfRate = Pick<RateAnswer, 'metric' | 'resolvedBeside'>;

/** "**0,77%** hồ sơ trễ hạn — UBND thành phố Nha Trang, năm 2023": the number first. */
export function rateHeadline(answer: RateAnswer): Line {
  const subject = ` ${METRIC_WORDS[answer.metric]} — ${answer.agency.name}, ${periodTitle(answer)}`;
  const rates = answer.rates.flatMap(({ state }) => (state.kind === 'rate' ? [state.rate] : []));
  if (rates.length === 0) return [{ strong: 'Không phát sinh' }, subject];
  const isOther = otherFormula(answer.formula) !== null;
  const differ = isOther || new Set(rates.map(({ formula }) => formula)).size > 1;
  const numbers = rates.flatMap((rate, index): Span[] => [
    index === 0 ? '' : ' · ',
    { strong: percent(rate.hundredths) },
    differ ? ` (${rateOrigin(rate)})` : '',
  ]);
  return [...numbers.filter((span) => span !== ''), subject];
}

/** "báo cáo, chỉ tính hồ sơ đã giải quyết" or "công thức của tỉnh". */
export function rateOrigin(rate: Rate): string {
  if (rate.formula === null) return 'văn bản công bố, không nêu công thức';
  const user = FORMULA_USERS[rate.formula];
  return rate.origin === 'published' && rate.formula !== 'OVERDUE_TOTAL_OVER_HANDLED'
    ? `công bố, ${user}`
    : user;
}

/** "109/14.114 = (đã giải quyết trễ hạn + …) ÷ (…)"; of a rate without counts what else is printed of them. */
export function formulaLine(rate: Rate, { metric, resolvedBeside: beside }: OfRate): string {
  if (rate.fraction === null) {
    const how = formulaWords(rate.formula);
    if (beside === null) return `Chỉ công bố tỷ lệ, không có số hồ sơ; ${how}.`;
    const where = (rate.place ?? beside.place) === beside.place ? '' : ` (${beside.place})`;
    return `Đã giải quyết ${count(beside.resolved)} hồ sơ${where}; không công bố số ${METRIC_WORDS[metric]}; ${how}.`;
  }
  const { numerator, denominator } = rate.fraction;
  return `${quotient(numerator, denominator)} hồ sơ = ${formulaWords(rate.formula)}`;
}

/** "Dưới mục tiêu 1% · còn 32 hồ sơ được trễ thêm, hồ sơ thứ 33 là chạm 1%". */
export function standingText(standing: LimitStanding): string {
  const limit = shortPercent(standing.limit.threshold);
  const against = capital(againstLimit(standing));
  if (standing.kept) {
    const { headroom } = standing;
    const room = headroom === null ? '' : ` · ${roomText(headroom, limit)}`;
    return `${against}${room}`;
  }
  const back =
    standing.needed === null
      ? ''
      : ` · cần thêm ${count(standing.needed)} hồ sơ giải quyết đúng hạn để xuống dưới ${limit}`;
  return `${against}${back}`;
}

/** "giảm 0,74 điểm % so với 6 tháng đầu năm 2022 (theo báo cáo)". */
export function changeWords(change: Change): string {
  const part = change.upTo === null ? '' : ` tính đến ${day(change.upTo)}`;
  const basis = change.basis === 'published' ? ' (theo báo cáo)' : '';
  return `${points(change.points)} so với ${periodName(change.against)}${part}${basis}`;
}

/** The changes, and the periods it was not held against because only unequal parts are known. */
export function changeBlocks(answer: RateAnswer): readonly Block[] {
  return textBlocks(changeTexts(answer));
}

/** The same as sentences. */
export function changeTexts(answer: RateAnswer): readonly string[] {
  const { changes, uncompared, apart, timeliness } = answer;
  return [
    ...changes.map((change) => capital(changeWords(change))),
    ...uncompared.map((one) => uncomparedText(one, timeliness)),
    ...apartTexts(apart),
  ];
}

/** "Chưa có số liệu năm 2022 để so sánh.", "Chưa so với năm 2022: công thức tính khác nhau.". */
function apartTexts(apart: readonly Apart[]): readonly string[] {
  const unknown = apart.filter(({ unlike }) => unlike.length === 0);
  const names = listed(unknown.map(({ against }) => periodName(against)));
  return [
    ...apart
      .filter(({ unlike }) => unlike.length > 0)
      .map(({ against, unlike }) => `Chưa so với ${periodName(against)}: ${unlikeWords(unlike)}.`),
    ...(unknown.length === 0 ? [] : [`Chưa có số liệu ${names} để so sánh.`]),
  ];
}

/** "Chưa so với quý II/2023: kỳ đang chạy, mới đến 20/08/2023." */
function uncomparedText({ against, upTo }: Uncompared, { provisional }: Timeliness): string {
  return `Chưa so với ${periodName(against)}: ${whyUncompared(upTo, provisional)}.`;
}

function whyUncompared(upTo: Uncompared['upTo'], provisional: Timeliness['provisional']): string {
  if (provisional !== null) return reachText(provisional);
  return upTo === null ? 'số liệu chưa trọn kỳ' : `số liệu kỳ đó mới đến ${day(upTo)}`;
}

/** Said beside a rate that no document prints: it follows from the document's counts. */
export function originText({ origin, formula }: Rate): string {
  if (origin === 'published' || formula === null) return '';
  return ` — tính từ số hồ sơ, ${FORMULA_USERS[formula]}`;
}
