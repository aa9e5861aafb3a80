import { AgencyId, type Directory } from '../agencies/agency.ts';
import { exactIdsIn } from '../asking/question-text.ts';
import type { Audited } from '../audit/store.ts';
import { keyParts } from '../outbox/message.ts';

/** The agencies that were asked about, or that a push was about; none where a ranking or an overview named none. */
export function agenciesTold(
  { asked, typed }: Pick<Audited, 'asked' | 'typed'>,
  directory: Directory,
): readonly AgencyId[] {
  const named = asked === null ? keyParts(typed) : exactIdsIn(asked).map(({ id }) => id);
  return named.filter((id) => directory.has(id)).map((id) => AgencyId.parse(id));
}
