import { COUNT_NAMES, type CountName } from '../figures/counts.ts';
import type { RateState } from '../queries/rate.ts';
import { snapshotOf } from '../queries/rate.ts';
import type { Restated } from '../queries/restatement.ts';
import type { SnapshotHead } from '../snapshots/snapshot.ts';
import type { Reading } from '../snapshots/store.ts';
import { COUNT_WORDS } from './count-words.ts';
import { momentWords } from './moment-words.ts';
import { count, percent, quotient } from './numbers.ts';
import type { Block } from './reply.ts';
import { documentName } from './source-line.ts';

/** "Số liệu đã được điều chỉnh: trước là 0,77% (109/14.114), nguồn …, ghi nhận lúc 14:05 ngày 20/11/2026; số mới ghi nhận …". */
export function restatedRateBlock({ now, before }: Restated<RateState>): Block {
  const was = `trước là ${rateText(before)}`;
  return restatedBlock(was, { now: snapshotOf(now), before: snapshotOf(before) });
}

/** Every count that was changed, with what it was. */
export function restatedCountsBlock({ now, before }: Restated<Reading>): Block {
  const was = COUNT_NAMES.filter((name) => before.figure.counts[name] !== now.figure.counts[name]);
  const counts = was.map((name) => `${COUNT_WORDS[name]} trước là ${countText(name, before)}`);
  return restatedBlock(counts.join(', '), { now: now.snapshot, before: before.snapshot });
}

/** `was` says what it was before; source and days of both versions are added. */
export function restatedBlock(was: string, { now, before }: Restated<SnapshotHead>): Block {
  const words = `Số liệu đã được điều chỉnh: ${was}, nguồn ${documentName(before)}, ghi nhận lúc ${takenAt(before)}; số mới ghi nhận lúc ${takenAt(now)}.`;
  return { kind: 'warning', line: [words] };
}

/** Units of a ranking whose figure was changed, with what it was. */
export type RestatedUnit = Restated<SnapshotHead> & { readonly name: string; readonly was: string };

const UNITS_SHOWN = 3;

/** "Số liệu đã được điều chỉnh: Nha Trang trước là 0,77% (109/14.114), …": one warning for each table. */
export function restatedUnitBlocks(units: readonly RestatedUnit[]): readonly Block[] {
  const tables = Map.groupBy(units, ({ now }) => now.id);
  return [...tables.values()].flatMap((ofTable) => {
    const [first] = ofTable;
    if (first === undefined) return [];
    const named = ofTable.slice(0, UNITS_SHOWN).map(({ name, was }) => `${name} trước là ${was}`);
    const rest = ofTable.length - named.length;
    const more = rest > 0 ? [`${String(rest)} đơn vị khác`] : [];
    return [restatedBlock([...named, ...more].join('; '), first)];
  });
}

/** Said of a table as a whole, where its single changes are not known. */
export function restatedTableBlocks(tables: readonly Restated<SnapshotHead>[]): readonly Block[] {
  return tables.map(({ now, before }) => {
    const words = `Bảng số liệu đã được điều chỉnh: bản trước ghi nhận lúc ${takenAt(before)}, bản đang dùng ghi nhận lúc ${takenAt(now)}.`;
    return { kind: 'warning', line: [words] };
  });
}

/** When a version was taken in, to the minute: a slip is often corrected the same day. "14:05 ngày 21/11/2026". */
export function takenAt({ fetchedAt }: SnapshotHead): string {
  return momentWords(fetchedAt);
}

/** "0,77% (109/14.114)". */
export function rateText(state: RateState): string {
  if (state.kind === 'nothingArose') return 'không phát sinh';
  const { hundredths, fraction } = state.rate;
  const counts =
    fraction === null ? '' : ` (${quotient(fraction.numerator, fraction.denominator)})`;
  return `${percent(hundredths)}${counts}`;
}

function countText(name: CountName, { figure }: Reading): string {
  const value = figure.counts[name];
  return value === null ? 'không ghi' : count(value);
}
