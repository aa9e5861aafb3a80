import { compareFractions, printedFraction } from '../figures/fraction.ts';
import type { AgencyRate, RateAnswer } from '../queries/rate-answer.ts';
import type { Rate } from '../queries/rate.ts';
import { peersOfLevel } from './agency-names.ts';
import type { Block } from './reply.ts';

/** Two make no order. */
const FEWEST = 3;

/**
 * "Cao thứ 6/8 UBND cấp huyện": the place among peers whose rate rests on the same stated formula; equal rates share
 * a place. A document that states no formula often names only the worst, so it gives no place.
 */
export function rankBlocks({ agency, peers }: RateAnswer): readonly Block[] {
  const own = rateOf(peers.find((peer) => peer.agency.id === agency.id));
  if (own === null || own.formula === null || agency.level === 'group') return [];
  const alike = peers.map(rateOf).filter((rate) => rate !== null && rate.formula === own.formula);
  if (alike.length < FEWEST) return [];
  const higher = alike.filter((rate) => rate !== null && isHigher(rate, own)).length;
  const words = `Cao thứ ${String(higher + 1)}/${String(alike.length)} ${peersOfLevel(agency.level)} có số liệu cùng kỳ.`;
  return [{ kind: 'text', line: [words] }];
}

function rateOf(peer: AgencyRate | undefined): Rate | null {
  return peer?.state?.kind === 'rate' ? peer.state.rate : null;
}

function isHigher(a: Rate, b: Rate): boolean {
  const [one, other] = [a, b].map(({ fraction, hundredths }) =>
    fraction === null ? printedFraction(hundredths) : fraction,
  );
  return one !== undefined && other !== undefined && compareFractions(one, other) > 0;
}
