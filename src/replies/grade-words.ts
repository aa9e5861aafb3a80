import { Grade } from '../figures/grade.ts';
import type { IndexScore } from '../figures/index-score.ts';
import type { Metric } from '../figures/metric.ts';
import { count } from './numbers.ts';
import { capital } from './sentence.ts';
import { numberOf, partText, saidText } from './stated-parts.ts';

const GRADE_WORDS: Readonly<Record<Grade, string>> = {
  good: 'Tốt',
  fair: 'Khá',
  average: 'Trung bình',
  weak: 'Yếu',
};

/** "35/42 cơ quan xếp loại Tốt, 6 Khá, 1 Trung bình, 0 Yếu", "PAR Index hạng 25/63, PCI hạng 16/63", "80 điểm trở lên, xếp loại Tốt". */
export function gradedText(metric: Metric, parts: readonly IndexScore[]): string {
  if (metric === 'provinceRank') return parts.map(placeText).join(', ');
  const [first, ...others] = countedGrades(parts);
  if (first === undefined) return numberedName(parts[0]);
  const rest = others.map(({ grade, number }) => `${count(number)} ${GRADE_WORDS[grade]}`);
  return [numberedName(first.part), ...rest].join(', ');
}

/** The grades whose number is printed, best first. */
function countedGrades(parts: readonly IndexScore[]) {
  return Grade.options.flatMap((grade) =>
    parts.flatMap((part) =>
      part.part === grade && part.numerator !== null
        ? [{ grade, part, number: part.numerator }]
        : [],
    ),
  );
}

/** A line of the list: what the document adds stands behind. */
export function partLine(metric: Metric, part: IndexScore): string {
  if (metric !== 'provinceRank') return capital(partText(part));
  const said = saidText(part);
  return `${placeText(part)}${said === '' ? '' : ` (${said})`}`;
}

/** "Văn bản không ghi số cơ quan xếp loại Khá, Trung bình"; null where every grade is printed, or none is. */
export function unprintedText(parts: readonly IndexScore[]): string | null {
  const printed = new Set(countedGrades(parts).map(({ grade }) => grade));
  const missing = Grade.options.filter((grade) => !printed.has(grade));
  if (missing.length === 0 || printed.size === 0) return null;
  const words = missing.map((grade) => GRADE_WORDS[grade]).join(', ');
  return `Văn bản không ghi số cơ quan xếp loại ${words}.`;
}

function placeText(part: IndexScore): string {
  return `${part.name ?? ''} hạng ${numberOf(part) ?? ''}`;
}

function numberedName(part: IndexScore | undefined): string {
  return part === undefined ? '' : `${numberOf(part) ?? ''} ${part.name ?? ''}`.trim();
}
