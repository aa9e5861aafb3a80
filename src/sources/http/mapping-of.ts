import type { Mapping } from './map-message.ts';
import type { HttpOptions } from './options.ts';

/** The mapping of a source in the form it is evaluated in. */
export function mappingOf({ mapping, paging }: HttpOptions): Mapping {
  const { rows, fields, asOf, period, owner, total } = mapping;
  const head = {
    asOf,
    total,
    periodFrom: period?.from,
    periodTo: period?.to,
    owner: owner?.at,
    next: paging.by === 'cursor' ? paging.next : undefined,
  };
  return { rows, fields: given(fields), head: given(head) };
}

function given(parts: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parts).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])),
  );
}
