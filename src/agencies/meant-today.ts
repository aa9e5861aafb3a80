import { withMarks } from '../vietnamese/fold.ts';
import type { Agency } from './agency.ts';
import { existsDuring } from './existence.ts';
import type { Finding } from './finding.ts';

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
  if (isThere(agency, today)) return finding;
  const [heir, ...more] = others.filter((one) => isThere(one, today) && haveOneName(one, agency));
  if (heir === undefined || more.length > 0) return finding;
  const all = [agency, ...others];
  // A slip of the pen is to be told, whoever is meant.
  return foundAmong(heir, all, finding.by === 'typo' ? 'typo' : 'today');
}

/** Those of today first; who gave up the name to one of them is no candidate any more. */
function askedToday(candidates: readonly Agency[], today: Temporal.PlainDate): Finding {
  const there = candidates.filter((one) => isThere(one, today));
  const gone = candidates.filter(
    (one) => !isThere(one, today) && !there.some((heir) => haveOneName(heir, one)),
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

function isThere(agency: Agency, day: Temporal.PlainDate): boolean {
  return existsDuring(agency, { from: day, to: day });
}

function haveOneName(one: Agency, other: Agency): boolean {
  return withMarks(one.name) === withMarks(other.name);
}
