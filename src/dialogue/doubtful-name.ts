import type { Agency } from '../agencies/agency.ts';
import type { Finding } from '../agencies/finding.ts';
import type { AgencyMention } from './question.ts';
import type { AgencyLookup, RunRead } from './read-agencies.ts';

/**
 * "cam an nam 2023" without marks is Cam An Nam in 2023, or Cam An in the year 2023: where both are agencies, the
 * mention becomes a question.
 */
export function inDoubt(
  run: RunRead,
  doubtful: readonly { readonly start: number; readonly end: number }[],
  lookup: AgencyLookup,
): RunRead {
  if (doubtful.length === 0) return run;
  return { ...run, mentions: run.mentions.map((mention) => askBoth(mention, lookup)) };
}

function askBoth(mention: AgencyMention, { finder, context }: AgencyLookup): AgencyMention {
  const shorter = mention.text.replace(/\s+\S+$/u, '');
  if (!/\s(?:nam|thang)$/iu.test(mention.text) || shorter === mention.text) return mention;
  const other = agenciesOf(finder.readName(shorter, context));
  const candidates = [...agenciesOf(mention.finding), ...other];
  const unique = candidates.filter(
    ({ id }, at) => candidates.findIndex((one) => one.id === id) === at,
  );
  return other.length === 0
    ? mention
    : { ...mention, finding: { kind: 'ask', candidates: unique } };
}

function agenciesOf(finding: Finding | null): readonly Agency[] {
  if (finding?.kind === 'found') return [finding.agency];
  return finding?.kind === 'ask' ? finding.candidates : [];
}
