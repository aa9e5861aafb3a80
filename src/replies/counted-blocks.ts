import type { CountedUnits } from '../queries/counted-units.ts';
import type { RateAnswer } from '../queries/rate-answer.ts';
import { count, day, percent, quotient } from './numbers.ts';
import type { Block } from './reply.ts';

/** "Cộng từ 65/78 đơn vị có danh sách hồ sơ.": where some have none. */
export function countedUnitsBlocks(units: CountedUnits | null): readonly Block[] {
  if (units === null || units.known === units.of) return [];
  const words = `Cộng từ ${count(units.known)}/${count(units.of)} đơn vị có danh sách hồ sơ.`;
  return [{ kind: 'warning', line: [words] }];
}

/** "Đếm từ danh sách hồ sơ đến 22/11/2026: 1,02% (12/1.180), khác số báo cáo (chi tiết: /doi-chieu).". */
export function countedBesideBlocks({
  countedBeside: rate,
}: Pick<RateAnswer, 'countedBeside'>): readonly Block[] {
  if (rate === null) return [];
  const { fraction, hundredths, snapshot } = rate;
  const counts =
    fraction === null ? '' : ` (${quotient(fraction.numerator, fraction.denominator)})`;
  const found = `Đếm từ danh sách hồ sơ đến ${day(snapshot.asOf)}: ${percent(hundredths)}${counts}`;
  return [{ kind: 'warning', line: [`${found}, khác số báo cáo (chi tiết: /doi-chieu).`] }];
}
