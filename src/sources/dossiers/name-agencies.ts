import type { Agency, AgencyId } from '../../agencies/agency.ts';
import { existsOn } from '../../agencies/existence.ts';
import type { AgencyReader } from '../../agencies/find-agency.ts';
import { type Finding, nearestIn } from '../../agencies/finding.ts';
import { haveOneName } from '../../agencies/namesakes.ts';
import type { IntakeProblem } from '../../snapshots/intake-problem.ts';
import { fold } from '../../vietnamese/fold.ts';
import { remembering } from './remembering.ts';
import { withoutPersons } from './without-persons.ts';

/** The agency a name means, or why none: a list's agency is never guessed. */
export type NamedAgency = { readonly id: AgencyId } | Unnamed;
type Unnamed = { readonly code: IntakeProblem; readonly detail: string };

const OFFICE =
  /^(?:ubnd|uy ban|so|ban|chi nhanh|cn|van phong|vp|trung tam|phong|phuong|xa|thi tran|thi xa|thanh pho|huyen|tinh|cuc|chi cuc|cong an|kho bac|bo phan|dac khu)\b/u;

/** Looking for the nearest names takes milliseconds; a list that is wrong throughout has another in every row. */
const MOST_GUESSES = 20;
const NOBODY: Finding = { kind: 'unknown', nearest: [] };

/** The agency of a name on a day. */
export type AgencyNamer = (name: string, on: () => Temporal.PlainDate) => NamedAgency;

/**
 * Looks names up, each once: a list has hundreds of thousands of rows and some hundred agencies. Where a reorganisation
 * gave an old name to a new agency, the day decides.
 */
export function agencyNamer(finder: AgencyReader): AgencyNamer {
  let guesses = 0;
  const nearest = (name: string): Finding => {
    guesses += 1;
    return guesses > MOST_GUESSES ? NOBODY : finder.find(name, { home: null });
  };
  const readName = remembering((name) => {
    const finding = finder.readWithPlace(name, { home: null });
    return finding === null ? unknown(name, nearest(name)) : namesakesOf(name, finding);
  });
  return (name, on) => {
    const found = readName(name);
    if (!('agencies' in found)) return found;
    const [only, ...others] = found.agencies;
    if (others.length === 0) return { id: only.id };
    const day = on();
    const then = found.agencies.filter((agency) => existsOn(agency, day));
    const [one, ...more] = then;
    return one !== undefined && more.length === 0 ? { id: one.id } : several(name, found.agencies);
  };
}

type Namesakes = { readonly agencies: readonly [Agency, ...Agency[]] };

function namesakesOf(name: string, finding: Finding): Namesakes | Unnamed {
  if (finding.kind === 'unknown') return unknown(name, finding);
  if (finding.kind === 'ask') {
    const [first, ...others] = finding.candidates;
    return first !== undefined && others.every((other) => haveOneName(other, first))
      ? { agencies: [first, ...others] }
      : several(name, finding.candidates);
  }
  const { agency, others, by } = finding;
  // A bare name stands for the district's office in a chat; in a list it must say whose it is.
  if (by === 'district') return several(name, [agency, ...others]);
  if (agency.level === 'group') return unknown(name, finding);
  return { agencies: [agency, ...others.filter((other) => haveOneName(other, agency))] };
}

function several(name: string, candidates: readonly Agency[]): Unnamed {
  return { code: 'ambiguousAgency', detail: withNames(name, candidates) };
}

function unknown(name: string, finding: Finding): Unnamed {
  return { code: 'unknownAgency', detail: withNames(name, nearestIn(finding)) };
}

/** What does not begin like an office is not quoted: in a row that slipped it may be a person's name. */
function withNames(name: string, agencies: readonly Agency[]): string {
  const printed = OFFICE.test(fold(name)) ? withoutPersons(name) : '';
  const names = agencies.map((agency) => agency.name).join('; ');
  return [printed, names === '' ? '' : `→ ${names}`].filter((part) => part !== '').join(' ');
}
