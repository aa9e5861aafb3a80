import { periodText } from '../asking/period-text.ts';
import type { PeriodAsked } from '../calendar/period.ts';
import { agencyKey } from './paired-or-each.ts';
import type { AgencyMention } from './question.ts';
import type { RunRead } from './read-agencies.ts';
import type { Piece } from './sense.ts';

/** Agencies and periods that go together by their place: the first with the first, the second with the second. */
export type Pairs = {
  readonly mentions: readonly AgencyMention[];
  readonly periods: readonly PeriodAsked[];
};

type Said = { readonly at: number } & (
  | { readonly mention: AgencyMention }
  | { readonly period: PeriodAsked }
);
type Pair = { readonly mention: AgencyMention; readonly period: PeriodAsked };

/** "Nha Trang 2023, Cam Ranh 2020 và 2022": every agency has its own behind it. */
const BEHIND = /^(?:ap+){2,}$/u;
/** "Năm 2023 Nha Trang, năm 2020 Cam Ranh". */
const BEFORE = /^(?:pa+){2,}$/u;
/** "Năm 2023 Nha Trang với Cam Ranh năm 2020". */
const AROUND = /^paap$/u;

/**
 * Which agency was said with which period. Null where they do not go together ("Nha Trang, Cam Ranh 2020 và 2023": each
 * agency in each period), or where all are about one agency or one period.
 */
export function pairsSaid(reads: readonly RunRead[], pieces: readonly Piece[]): Pairs | null {
  const said = [...agenciesSaid(reads), ...periodsIn(pieces)].toSorted((a, b) => a.at - b.at);
  const pairs = pairsIn(said);
  const agencies = new Set(pairs.map(({ mention }) => agencyKey(mention)));
  const periods = new Set(pairs.map(({ period }) => periodText(period)));
  if (agencies.size < 2 || periods.size < 2) return null;
  return {
    mentions: pairs.map(({ mention }) => mention),
    periods: pairs.map(({ period }) => period),
  };
}

function pairsIn(said: readonly Said[]): readonly Pair[] {
  const order = said.map((one) => ('mention' in one ? 'a' : 'p')).join('');
  if (BEHIND.test(order)) {
    return said.flatMap((one, at) => ('period' in one ? joined(lastMention(said, at), one) : []));
  }
  if (BEFORE.test(order)) {
    return said.flatMap((one, at) => ('mention' in one ? joined(one, lastPeriod(said, at)) : []));
  }
  if (!AROUND.test(order)) return [];
  return [...joined(said[1], said[0]), ...joined(said[2], said[3])];
}

function joined(agency: Said | undefined, when: Said | undefined): readonly Pair[] {
  if (agency === undefined || !('mention' in agency)) return [];
  if (when === undefined || !('period' in when)) return [];
  return [{ mention: agency.mention, period: when.period }];
}

function lastMention(said: readonly Said[], at: number): Said | undefined {
  return said.slice(0, at).findLast((one) => 'mention' in one);
}

function lastPeriod(said: readonly Said[], at: number): Said | undefined {
  return said.slice(0, at).findLast((one) => 'period' in one);
}

function agenciesSaid(reads: readonly RunRead[]): readonly Said[] {
  return reads.flatMap(({ mentions, start: at }) => mentions.map((mention) => ({ at, mention })));
}

const NO_SINGLE: ReadonlySet<PeriodAsked['kind']> = new Set<PeriodAsked['kind']>([
  'years',
  'impossible',
]);

/** Years one by one, and what cannot be, are no single period; "cùng kỳ" says itself what goes together. */
function periodsIn(pieces: readonly Piece[]): readonly Said[] {
  const isOneByOne = pieces.some(
    ({ sense }) =>
      (sense?.kind === 'period' && NO_SINGLE.has(sense.asked.kind)) ||
      (sense?.kind === 'act' && sense.act === 'lastYear'),
  );
  if (isOneByOne) return [];
  return pieces.flatMap(({ sense, start: at }) =>
    sense?.kind === 'period' ? [{ at, period: sense.asked }] : [],
  );
}
