import { type AgencyFinder, nearestIn } from '../agencies/finding.ts';

/** More names would hide the right one. */
const MOST_NEAREST = 3;
/** No agency's name is longer; whatever else was found there is not told whole. */
const MOST_LETTERS = 100;

/** A name nobody bears and the nearest ones that exist: "UBND xã Ninh Xuâm → UBND xã Ninh Xuân". */
export function withNearest(finder: AgencyFinder, printed: string): string {
  const found = printed.slice(0, MOST_LETTERS);
  const nearest = nearestIn(finder.find(found, { home: null })).slice(0, MOST_NEAREST);
  return nearest.length === 0 ? found : `${found} → ${nearest.map(({ name }) => name).join('; ')}`;
}
