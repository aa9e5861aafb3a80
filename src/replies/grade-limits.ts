import type { Limit } from '../figures/limit.ts';
import { METRIC_WORDS } from './metric-words.ts';
import { shortPercent } from './numbers.ts';
import { capital } from './sentence.ts';

/** What refuses a grade, what it takes, or what is aimed at; each with the document that orders it, those of one rule in one line. */
export function limitTexts(limits: readonly Limit[]): readonly string[] {
  const byPlace = Map.groupBy(limits, ({ source, place, bars }) =>
    [source, place, bars].join('\n'),
  );
  return [...byPlace.values()].flatMap((alike) => {
    const [first] = alike;
    if (first === undefined) return [];
    return [`${barredText(alike) ?? aimText(first)} (${first.source}, ${first.place})`];
  });
}

/**
 * "Không được xếp loại Tốt nếu hồ sơ trễ hạn từ 5% trở lên hoặc chỉ số hài lòng từ 80% trở xuống"; null where no limit refuses
 * anything.
 */
export function barredText(limits: readonly Limit[]): string | null {
  const agencies = limits.filter(({ bars }) => bars === 'goodGrade').map(reachedText);
  const persons = limits.filter(({ bars }) => bars === 'goodRating').map(reachedText);
  const rules = [
    ...(agencies.length === 0
      ? []
      : [`cơ quan không được xếp loại Tốt nếu ${agencies.join(' hoặc ')}`]),
    ...(persons.length === 0
      ? []
      : [
          `cán bộ, công chức không được xếp loại hoàn thành tốt nhiệm vụ trở lên nếu ${persons.join(' hoặc ')}`,
        ]),
  ];
  return rules.length === 0 ? null : capital(rules.join('; '));
}

/** "hồ sơ trễ hạn từ 5% trở lên": the side on which the limit is broken. */
function reachedText({ subject, threshold, side }: Limit): string {
  const what = subject === 'satisfaction' ? METRIC_WORDS.satisfaction : METRIC_WORDS.overdue;
  return `${what} từ ${shortPercent(threshold)} ${side === 'below' ? 'trở lên' : 'trở xuống'}`;
}

function aimText({ subject, threshold }: Limit): string {
  const value = String(threshold / 100);
  return subject === 'provinceRank'
    ? `Mục tiêu: trong nhóm ${value} tỉnh, thành phố dẫn đầu cả nước`
    : `Từ ${value} điểm là xếp loại Tốt`;
}
