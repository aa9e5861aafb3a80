import { type RateState, snapshotOf } from '../queries/rate.ts';
import type { SnapshotHead } from '../snapshots/snapshot.ts';
import { uniqueBy } from '../unique-by.ts';
import { day } from './numbers.ts';
import type { Block } from './reply.ts';

/** "Báo cáo 55/BC-UBND ngày 26/02/2024 (Phụ lục 2)". */
export function documentName(
  snapshot: Pick<SnapshotHead, 'document'>,
  place?: string | null,
): string {
  const { number, title, issuedOn } = snapshot.document;
  const where = place ?? snapshot.document.place;
  const name = number === null ? title : `${kindOf(title)} ${number}`;
  const dated = issuedOn === null ? name : `${name} ngày ${day(issuedOn)}`;
  return where === '' ? dated : `${dated}, ${where}`;
}

/**
 * "Nguồn: …; … · số liệu đến 14/12/2023", each document once; where their figures end on different days, each document
 * with its own.
 */
export function sourceText(
  snapshots: readonly Pick<SnapshotHead, 'document' | 'asOf'>[],
  places: readonly (string | null)[] = [],
): string {
  const days = new Map<string, Temporal.PlainDate>();
  for (const [index, snapshot] of snapshots.entries()) {
    const name = documentName(snapshot, places[index] ?? null);
    days.set(name, later(days.get(name), snapshot.asOf));
  }
  const ends = new Set(Array.from(days.values(), String));
  const [only] = days.values();
  if (only === undefined || ends.size > 1) {
    // Said in full of the first: four lines is all a picture has room for.
    const each = Array.from(days, ([name, asOf], index) =>
      index === 0 ? `${name} (số liệu đến ${day(asOf)})` : `${name} (đến ${day(asOf)})`,
    );
    return `Nguồn: ${each.join('; ')}`;
  }
  return `Nguồn: ${[...days.keys()].join('; ')} · số liệu đến ${day(only)}`;
}

function later(a: Temporal.PlainDate | undefined, b: Temporal.PlainDate): Temporal.PlainDate {
  return a === undefined || Temporal.PlainDate.compare(a, b) < 0 ? b : a;
}

/** The source as a block of a reply; `places[i]` says where in the document of `snapshots[i]`, if not its own place. */
export function sourceBlock(
  snapshots: readonly Pick<SnapshotHead, 'document' | 'asOf'>[],
  places: readonly (string | null)[] = [],
): Block {
  return { kind: 'source', line: [sourceText(snapshots, places)] };
}

type Cited = {
  readonly snapshots: readonly SnapshotHead[];
  readonly places: readonly (string | null)[];
};

/** What rates are told from, each at the place in the document that is its own, if it has one. */
export function citedBy(states: readonly RateState[]): Cited {
  return {
    snapshots: states.map(snapshotOf),
    places: states.map((state) => (state.kind === 'rate' ? state.rate.place : null)),
  };
}

/** The first word of a title says what kind of document it is. */
function kindOf(title: string): string {
  return (
    /^(Báo cáo|Quyết định|Chương trình hành động|Kế hoạch|Công văn|Biểu)/u.exec(title)?.[0] ??
    'Văn bản'
  );
}

/** Each snapshot once, in order of first use. */
export function distinct<T extends { readonly id: number }>(snapshots: readonly T[]): readonly T[] {
  return uniqueBy(snapshots, ({ id }) => id);
}
