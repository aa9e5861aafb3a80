import type { Agency, AgencyId } from './agency.ts';

/**
 * Why a name was taken for an agency: shown to the person when it was more than reading. `period`: of several that bear
 * the name it alone existed in the period asked about; `today`: the question is about now, and it alone exists. `total`: a
 * level word was taken for all of that level together.
 */
export type FoundBy =
  | 'exact'
  | 'folded'
  | 'alias'
  | 'level'
  | 'home'
  | 'district'
  | 'typo'
  | 'total'
  | 'period'
  | 'today';

/**
 * What a typed name means. `found` is certain enough to answer; its `others` are the readings of the
 * same words offered as one-tap alternatives. `ask` means the person must choose: a wrong agency is
 * never answered silently. `unknown` names the nearest agencies, best first, at most three.
 */
export type Finding =
  | {
      readonly kind: 'found';
      readonly agency: Agency;
      readonly by: FoundBy;
      readonly others: readonly Agency[];
    }
  | { readonly kind: 'ask'; readonly candidates: readonly Agency[] }
  | { readonly kind: 'unknown'; readonly nearest: readonly Agency[] };

/** The agencies to name when words are not taken for an answer. */
export function nearestIn(finding: Finding): readonly Agency[] {
  switch (finding.kind) {
    case 'found':
      return [finding.agency];
    case 'ask':
      return finding.candidates;
    case 'unknown':
      return finding.nearest;
  }
}

/** What else is known when a name is looked up. */
export type FindingContext = {
  /** The agency the chat is bound to, if any: preferred among equals. */
  readonly home: AgencyId | null;
};

/** Finds an agency by what people type: marks, case, prefixes, abbreviations, one slip of a letter. */
export type AgencyFinder = {
  find(text: string, context: FindingContext): Finding;
};
