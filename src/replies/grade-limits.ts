import type { Bound, LimitOn, LimitSubject } from '../figures/limit.ts';
import { breakingWords, keepingWords } from './limit-words.ts';
import { METRIC_WORDS } from './metric-words.ts';
import { count, shortDecimal } from './numbers.ts';
import { capital } from './sentence.ts';

/** What the limits that go with grades are about. */
export type GradeSubject = Extract<
  LimitSubject,
  'overdue' | 'satisfaction' | 'personalOverdue' | 'provinceRank' | 'qualityScore'
>;
export type GradeLimit = LimitOn<GradeSubject>;

/** What breaks a limit, behind "nếu", and what is aimed at, as a sentence. */
type SubjectWords = Readonly<Record<'broken' | 'aim', (limit: Bound) => string>>;

const WORDS: Readonly<Record<GradeSubject, SubjectWords>> = {
  overdue: ofShare(METRIC_WORDS.overdue),
  satisfaction: ofShare(METRIC_WORDS.satisfaction),
  // Where it bars, the official is the subject of the sentence.
  personalOverdue: ofShare(METRIC_WORDS.overdue),
  provinceRank: {
    broken: (limit) => `ngoài ${leadingText(limit)}`,
    aim: (limit) => `Mục tiêu: trong ${leadingText(limit)}`,
  },
  qualityScore: {
    broken: (limit) =>
      limit.inclusive ? `dưới ${pointsText(limit)}` : `từ ${pointsText(limit)} trở xuống`,
    aim: (limit) => `${limit.inclusive ? 'Từ' : 'Trên'} ${pointsText(limit)} là xếp loại Tốt`,
  },
};

/** What refuses a grade, what it takes, or what is aimed at; each with the document that orders it, those of one rule in one line. */
export function limitTexts(limits: readonly GradeLimit[]): readonly string[] {
  const byPlace = Map.groupBy(limits, ({ source, place, bars }) =>
    [source, place, bars].join('\n'),
  );
  return [...byPlace.values()].flatMap((alike) => {
    const [first] = alike;
    if (first === undefined) return [];
    return [
      `${barredText(alike) ?? WORDS[first.subject].aim(first)} (${first.source}, ${first.place})`,
    ];
  });
}

/**
 * "Không được xếp loại Tốt nếu hồ sơ trễ hạn từ 5% trở lên hoặc chỉ số hài lòng từ 80% trở xuống"; null where no limit refuses
 * anything.
 */
export function barredText(limits: readonly GradeLimit[]): string | null {
  const agencies = limits.filter(({ bars }) => bars === 'goodGrade').map(brokenText);
  const persons = limits.filter(({ bars }) => bars === 'goodRating').map(brokenText);
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

/** "hồ sơ trễ hạn từ 5% trở lên": what breaks the limit. */
function brokenText(limit: GradeLimit): string {
  return WORDS[limit.subject].broken(limit);
}

/** Of a share: "hồ sơ trễ hạn từ 5% trở lên" breaks it. */
function ofShare(what: string): SubjectWords {
  return {
    broken: (limit) => `${what} ${breakingWords(limit)}`,
    aim: (limit) => `Mục tiêu: ${what} ${keepingWords(limit)}`,
  };
}

function leadingText({ threshold, inclusive }: Bound): string {
  const places = threshold / 100 - (inclusive ? 0 : 1);
  return `nhóm ${count(places)} tỉnh, thành phố dẫn đầu cả nước`;
}

function pointsText({ threshold }: Bound): string {
  return `${shortDecimal(threshold)} điểm`;
}
