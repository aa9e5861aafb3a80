import type { Agency, AgencyId } from '../../agencies/agency.ts';
import type { AgencyReader } from '../../agencies/find-agency.ts';
import type { Finding } from '../../agencies/finding.ts';
import type { IntakeProblem } from '../../snapshots/intake-problem.ts';
import { fold } from '../../vietnamese/fold.ts';
import { remembering } from './clean-text.ts';

/** The agency a name means, or why none: a list's agency is never guessed. */
export type NamedAgency =
  | { readonly id: AgencyId }
  | { readonly code: IntakeProblem; readonly detail: string };

const OFFICE =
  /^(?:ubnd|uy ban|so|ban|chi nhanh|cn|van phong|vp|trung tam|phong|phuong|xa|thi tran|thi xa|thanh pho|huyen|tinh|cuc|chi cuc|cong an|kho bac|bo phan|dac khu)\b/u;

/** Looks names up, each once: a list has hundreds of thousands of rows and some hundred agencies. */
export function agencyNamer(finder: AgencyReader): (name: string) => NamedAgency {
  return remembering((name: string): NamedAgency => {
    const finding = finder.readWithPlace(name, { home: null });
    if (finding === null) return unknown(name, finder.find(name, { home: null }));
    if (finding.kind === 'unknown') return unknown(name, finding);
    if (finding.kind === 'ask') return several(name, finding.candidates);
    // A bare name stands for the district's office in a chat; in a list it must say whose it is.
    if (finding.by === 'district') return several(name, [finding.agency, ...finding.others]);
    return finding.agency.level === 'group' ? unknown(name, finding) : { id: finding.agency.id };
  });
}

function several(name: string, candidates: readonly Agency[]): NamedAgency {
  return { code: 'ambiguousAgency', detail: withNames(name, candidates) };
}

function unknown(name: string, finding: Finding): NamedAgency {
  const nearest =
    finding.kind === 'found'
      ? [finding.agency]
      : finding.kind === 'ask'
        ? finding.candidates
        : finding.nearest;
  return { code: 'unknownAgency', detail: withNames(name, nearest) };
}

/** What does not begin like an office is not quoted: in a row that slipped it may be a person's name. */
function withNames(name: string, agencies: readonly Agency[]): string {
  const printed = OFFICE.test(fold(name)) ? name : '';
  const names = agencies.map((agency) => agency.name).join('; ');
  return [printed, names === '' ? '' : `→ ${names}`].filter((part) => part !== '').join(' ');
}
