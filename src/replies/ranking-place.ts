import type { Agency } from '../agencies/agency.ts';

type Placed = { readonly agency: Agency; readonly place: number };

/** "cao thứ 6/8 huyện", "thấp thứ 1/18 sở, ngành (cùng 8 đơn vị)". */
export function placeText(
  placed: Placed,
  ranked: readonly Placed[],
  { manner, unit }: { readonly manner: string; readonly unit: string },
): string {
  const beside = ranked.filter(({ place }) => place === placed.place).length - 1;
  const tie = beside === 0 ? '' : ` (cùng ${String(beside)} đơn vị khác)`;
  return `${manner} thứ ${String(placed.place)}/${String(ranked.length)} ${unit}${tie}`;
}

/** The rows to show: the first ones, and the agency asked about wherever it stands. */
export function shownWith<P extends Placed>(
  ranked: readonly P[],
  { most, marked }: { readonly most: number; readonly marked: string | null },
): readonly P[] {
  const first = ranked.slice(0, most);
  const own = ranked.find(({ agency }) => agency.id === marked);
  return own === undefined || first.includes(own) ? first : [...first, own];
}

/** "6. Nha Trang", with a sign behind the agency asked about. */
export function placedName({ agency, place }: Placed, marked: string | null): string {
  const sign = agency.id === marked ? ' ◀' : '';
  return `${String(place)}. ${agency.shortName}${sign}`;
}
