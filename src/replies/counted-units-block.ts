import type { CountedUnits } from '../queries/counted-units.ts';
import { count } from './numbers.ts';
import type { Block } from './reply.ts';

/** "Cộng từ 65/78 đơn vị có danh sách hồ sơ.": where some have none. */
export function countedUnitsBlocks(units: CountedUnits | null): readonly Block[] {
  if (units === null || units.known === units.of) return [];
  const words = `Cộng từ ${count(units.known)}/${count(units.of)} đơn vị có danh sách hồ sơ.`;
  return [{ kind: 'warning', line: [words] }];
}
