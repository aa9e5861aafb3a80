import type { Agency, Level } from '../agencies/agency.ts';
import { type Asking, questionText } from '../asking/question-text.ts';
import type { Period } from '../calendar/period.ts';
import { periodKey } from '../calendar/periods.ts';
import type { Limit } from '../figures/limit.ts';
import type { Metric } from '../figures/metric.ts';
import type { Doubt } from '../queries/doubts.ts';
import type { RankingAnswer } from '../queries/ranking.ts';
import { snapshotOf } from '../queries/rate.ts';
import { shortOf, type Timeliness } from '../queries/timeliness.ts';
import type { SnapshotHead } from '../snapshots/snapshot.ts';
import { peersOfLevel } from './agency-names.ts';
import { namedDoubtBlocks } from './doubt-lines.ts';
import { count, day, quotient } from './numbers.ts';
import type { Block, Choice, Topic } from './reply.ts';
import { rateText, restatedUnitBlocks } from './restated-lines.ts';
import { capital } from './sentence.ts';

/** What the reply says of the question itself. */
export type RankingWords = {
  /** What is ranked: "UBND cấp huyện", "thị trấn", "đơn vị cấp xã thuộc Cam Lâm". */
  readonly among: string;
  /** "huyện", "phường": for counting them. */
  readonly unit: string;
  readonly limit: Limit | null;
  /** How many lines to list; null = all that fit a phone. */
  readonly top: number | null;
  readonly marked: string | null;
  /** Levels that could have been meant too, because none was said. */
  readonly instead: readonly Level[];
  /** Every unit of the province was taken, because no level was said. */
  readonly ofAllLevels: boolean;
  /** The question itself, to be asked again of another level. */
  readonly asking: Asking;
};

/** Rows shown when nobody asked for a number of them. */
export const ROWS_SHOWN = 15;
/** How many of the units shown become choices. */
const MOST_UNITS_OFFERED = 3;
const NAMES_SHOWN = 5;

/** No level was said: what was taken, and that others can be tapped. */
export function levelChosenBlock({ among, instead, ofAllLevels }: RankingWords): readonly Block[] {
  if (instead.length === 0) return [];
  const taken = ofAllLevels
    ? 'Chưa nêu cấp nên tính mọi đơn vị của tỉnh; từng cấp chọn bên dưới.'
    : `Chưa nêu cấp nên xếp hạng trong ${among}; cấp khác chọn bên dưới.`;
  return [{ kind: 'note', line: [taken] }];
}

/** The first few units, to be asked about next by what `send` makes of them. */
export function unitChoices(
  shown: readonly { readonly agency: Agency }[],
  send: (agency: Agency) => string,
): readonly Choice[] {
  return shown
    .slice(0, MOST_UNITS_OFFERED)
    .map(({ agency }) => ({ label: agency.shortName, send: send(agency) }));
}

/** The same question of the other levels. */
export function insteadChoices(
  { instead, asking }: RankingWords,
  period: Period,
): readonly Choice[] {
  return instead.map((level) => ({
    label: capital(peersOfLevel(level)),
    send: questionText('xep-hang', {
      ...asking,
      among: { level, within: null },
      periods: [period],
    }),
  }));
}

/** Units of one running period whose figures reach different days are ordered with that said. */
export function unevenBlock({
  snapshots,
}: {
  readonly snapshots: readonly SnapshotHead[];
}): readonly Block[] {
  const reaches = new Set(snapshots.map((snapshot) => shortOf(snapshot)?.toString() ?? null));
  const days = snapshots
    .map(({ asOf }) => asOf)
    .toSorted((a, b) => Temporal.PlainDate.compare(a, b));
  const [first, last] = [days[0], days.at(-1)];
  if (reaches.size < 2 || first === undefined || last === undefined) return [];
  const words = `Số liệu các đơn vị không cùng ngày (từ ${day(first)} đến ${day(last)}): thứ tự chỉ để tham khảo.`;
  return [{ kind: 'warning', line: [words] }];
}

/** What rates are held against: of late dossiers the limit, but not where they are known in part and too high for that. */
export function limitFor(
  { metric, timeliness }: Pick<RankingAnswer, 'metric' | 'timeliness'>,
  { limit }: Pick<RankingWords, 'limit'>,
): Limit | null {
  return metric === 'overdue' && timeliness.counted !== 'part' ? limit : null;
}

/** What each lacks is not known, and need not be as much. */
function inPartBlock({ timeliness }: Pick<RankingAnswer, 'timeliness'>): readonly Block[] {
  if (timeliness.counted !== 'part') return [];
  const words = 'Danh sách chưa đủ kỳ, mỗi đơn vị thiếu một khác: thứ tự chỉ để tham khảo.';
  return [{ kind: 'warning', line: [words] }];
}

/** What to bear in mind when reading an order of rates: those that were changed, unequal days, and what is known in part. */
export function caveatBlocks(answer: RankingAnswer): readonly Block[] {
  const units = answer.restated.map(({ agency, now, before }) => ({
    name: agency.shortName,
    was: rateText(before),
    now: snapshotOf(now),
    before: snapshotOf(before),
  }));
  return [...restatedUnitBlocks(units), ...unevenBlock(answer), ...inPartBlock(answer)];
}

/** What does not fit together in the rows that are shown. */
export function rankedDoubts(
  doubts: readonly Doubt[],
  shown: readonly { readonly agency: Agency }[],
): readonly Block[] {
  const names = new Set(shown.map(({ agency }) => agency.id));
  return namedDoubtBlocks(
    doubts.filter(({ agency }) => names.has(agency.id)),
    ({ agency }) => agency.shortName,
  );
}

/** ", 27 trên 136 đơn vị": said in the picture where not all of the ranked are drawn. */
export function drawnOf(drawn: number, all: number): string {
  return drawn < all ? `, ${String(drawn)} trên ${String(all)} đơn vị` : '';
}

/** "Còn 3 đơn vị nữa." */
export function restBlock(rest: number): readonly Block[] {
  return rest > 0 ? [{ kind: 'note', line: [`Còn ${count(rest)} đơn vị nữa.`] }] : [];
}

/** Those without a rate, each for its reason: nothing to count is not 0, and not known is neither. */
export function withoutRateBlocks(reasons: {
  readonly nothingArose: readonly Agency[];
  readonly missing: readonly Agency[];
  readonly timeliness: Pick<Timeliness, 'counted'>;
}): readonly Block[] {
  const { nothingArose, missing, timeliness } = reasons;
  // Some of these may be counted in part: such figures are put in no order with others.
  const why = timeliness.counted === null ? 'Chưa có số liệu kỳ này' : 'Chưa đếm được đủ kỳ này';
  return [...namesBlock('Không phát sinh hồ sơ kỳ này', nothingArose), ...namesBlock(why, missing)];
}

function namesBlock(why: string, agencies: readonly Agency[]): readonly Block[] {
  if (agencies.length === 0) return [];
  const names = agencies.slice(0, NAMES_SHOWN).map(({ shortName }) => shortName);
  const rest = agencies.length - NAMES_SHOWN;
  const more = rest > 0 ? ` và ${String(rest)} đơn vị khác` : '';
  return [{ kind: 'note', line: [`${why}: ${names.join(', ')}${more}.`] }];
}

/** Too few dossiers to be ordered by their rate. */
export function smallBlock({
  small,
  minimumVolume,
}: Pick<RankingAnswer, 'small' | 'minimumVolume'>): readonly Block[] {
  if (small.length === 0) return [];
  const items = small.map(({ agency, rate }) =>
    rate.fraction === null
      ? agency.shortName
      : `${agency.shortName} ${quotient(rate.fraction.numerator, rate.fraction.denominator)}`,
  );
  const words = `Dưới ${count(minimumVolume)} hồ sơ, không xếp hạng: ${items.join(', ')}.`;
  return [{ kind: 'note', line: [words] }];
}

/** Whoever shares the first place: "Cam Lâm", "Sở Y tế và 8 đơn vị khác". */
export function firstNames(
  ranked: readonly { readonly agency: Agency; readonly place: number }[],
): string {
  const [first] = ranked;
  if (first === undefined) return '';
  const others = ranked.filter(({ place }) => place === first.place).length - 1;
  const { shortName } = first.agency;
  return others === 0 ? shortName : `${shortName} và ${String(others)} đơn vị khác`;
}

/** Those on the first place. */
export function leadersIn<R extends { readonly place: number }>(
  ranked: readonly R[],
): readonly R[] {
  return ranked.filter(({ place }) => place === ranked[0]?.place);
}

/** What a ranking is about: no single agency, but one that is pointed at after it is among the first. */
export function rankingTopic(
  { period, metric }: { readonly period: Period; readonly metric: Metric },
  leading: readonly { readonly agency: Agency }[],
): Topic {
  return {
    agency: null,
    period: periodKey(period),
    metric,
    leading: leading.map(({ agency }) => agency.id),
  };
}
