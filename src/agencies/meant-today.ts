import type { Agency } from './agency.ts';
import { existsOn } from './existence.ts';
import type { Finding } from './finding.ts';
import { haveOneName } from './namesakes.ts';

type Found = Extract<Finding, { readonly kind: 'found' }>;

/**
 * What a name means to somebody who asks about now: of several agencies that bore it one after the other the one that
 * exists on the day. The others stay, as readings; an agency that nobody succeeds under its name stays what it was. The
 * chat's own agency is always its own.
 */
export function meantToday(finding: Finding, today: Temporal.PlainDate): Finding {
  switch (finding.kind) {
    case 'unknown':
      return finding;
    case 'found':
      return finding.by === 'home' ? finding : foundToday(finding, today);
    case 'ask':
      return askedToday(finding.candidates, today);
  }
}

function foundToday(finding: Found, today: Temporal.PlainDate): Finding {
  const { agency, others } = finding;
  if (existsOn(agency, today)) return finding;
  const [heir, ...more] = others.filter((one) => existsOn(one, today) && haveOneName(one, agency));
  if (heir === undefined || more.length > 0) return finding;
  const all = [agency, ...others];
  // A slip of the pen is to be told, whoever is meant.
  return foundAmong(heir, all, finding.by === 'typo' ? 'typo' : 'today');
}

/** Those of today first; who gave up the name to one of them is no candidate any more. */
function askedToday(candidates: readonly Agency[], today: Temporal.PlainDate): Finding {
  const there = candidates.filter((one) => existsOn(one, today));
  const gone = candidates.filter(
    (one) => !existsOn(one, today) && !there.some((heir) => haveOneName(heir, one)),
  );
  const [only, ...more] = [...there, ...gone];
  if (only === undefined) return { kind: 'ask', candidates };
  return more.length === 0
    ? foundAmong(only, candidates, 'today')
    : { kind: 'ask', candidates: [only, ...more] };
}

function foundAmong(agency: Agency, all: readonly Agency[], by: 'today' | 'typo'): Found {
  const others = all.filter(({ id }) => id !== agency.id);
  return { kind: 'found', agency, by, others };
}
