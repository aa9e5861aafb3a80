import { fold } from '../vietnamese/fold.ts';
import type { Agency } from './agency.ts';
import type { Written } from './spellings-of.ts';
import { placeNameOf } from './type-words.ts';

/** Local governments by place: those that share a name across types and reorganisations. */
export type Namesakes = ReadonlyMap<string, readonly Agency[]>;

export function namesakesIn(agencies: readonly Agency[]): Namesakes {
  const local = agencies.filter(({ level }) => level === 'district' || level === 'commune');
  return Map.groupBy(local, placeKey);
}

/**
 * Where a reorganisation gave an old name to a new unit, "cũ" and "mới" tell them apart: "phường Ba Ngòi mới".
 */
export function tellingOldFromNew(
  agency: Agency,
  written: readonly Written[],
  namesakes: Namesakes,
): readonly Written[] {
  const others = (namesakes.get(placeKey(agency)) ?? []).filter(({ id }) => id !== agency.id);
  const words = [
    ...(others.some((other) => precedes(other, agency)) ? ['mới'] : []),
    ...(others.some((other) => precedes(agency, other)) ? ['cũ'] : []),
  ];
  const names = written.filter(({ kind }) => kind !== 'alias');
  return words.flatMap((word) =>
    names.map(({ text, kind }) => ({
      text: `${text} ${word}`,
      kind: kind === 'bare' ? 'typed' : kind,
    })),
  );
}

function precedes(one: Agency, other: Agency): boolean {
  if (one.validTo === null || other.validFrom === null) return false;
  return Temporal.PlainDate.compare(one.validTo, other.validFrom) < 0;
}

function placeKey({ name }: Agency): string {
  return fold(placeNameOf(name)?.place ?? name);
}
