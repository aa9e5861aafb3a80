import { lastAgencies } from './complete-agencies.ts';
import type { Background } from './draft.ts';
import type { FieldIndex } from './field-index.ts';
import type { FieldsHeard } from './read-agencies.ts';

/** What fields of work are read with: those there are, and whose are talked about. */
export function fieldsHeard(
  index: FieldIndex,
  { last, directory, context: { home } }: Background,
): FieldsHeard {
  const own = home !== null && directory.has(home) ? directory.get(home) : null;
  if (last === null) return { index, about: own, isTalk: false };
  const [only, ...more] = lastAgencies(last, directory);
  const about = only?.finding.kind === 'found' && more.length === 0 ? only.finding.agency : null;
  return { index, about, isTalk: last.question.command === 'linh-vuc' };
}
