import { parseArgs } from 'node:util';

import type { Agency, AgencyId, Directory } from '../agencies/agency.ts';
import { type AgencyFinder, nearestIn } from '../agencies/finding.ts';
import { ConfigurationInvalid, type Problem } from '../errors.ts';
import { WHOLE } from '../sources/sample-dossiers/take-share.ts';

const OPTIONS = {
  fraction: { type: 'string', default: '1' },
  on: { type: 'string' },
  seed: { type: 'string', default: '1' },
  csv: { type: 'string' },
  agency: { type: 'string' },
  remove: { type: 'boolean', default: false },
} as const;

/** What `npm run samples` is asked for. */
export type SampleOptions = {
  /** In ten-thousandths. */
  readonly share: number;
  readonly on: Temporal.PlainDate;
  readonly seed: number;
  readonly csv: string | null;
  readonly agency: string | null;
  readonly remove: boolean;
};

/** Reads the command line. Throws `ConfigurationInvalid` (badFraction, badDay, badSeed). */
export function sampleOptions(args: readonly string[], today: Temporal.PlainDate): SampleOptions {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  return {
    share: shareOf(values.fraction),
    on: values.on === undefined ? today : dayOfText(values.on),
    seed: seedOf(values.seed),
    csv: values.csv ?? null,
    agency: values.agency ?? null,
    remove: values.remove,
  };
}

/**
 * Tells which agencies a name stands for: itself and, for a total, all that it counts; without a name, all. Throws
 * `ConfigurationInvalid` for a name that is not certain.
 */
export function chosenAgencies(
  name: string | null,
  directory: Directory,
  finder: AgencyFinder,
): (id: AgencyId) => boolean {
  if (name === null) return () => true;
  const found = finder.find(name, { home: null });
  if (found.kind === 'found') {
    const chosen = new Set(withParts(found.agency, directory));
    return (id) => chosen.has(id);
  }
  const code = found.kind === 'ask' ? 'ambiguousAgency' : 'unknownAgency';
  throw invalid({
    code,
    place: '--agency',
    detail: [name, ...nearestIn(found).map((agency) => agency.name)].join('; '),
  });
}

function withParts(agency: Agency, directory: Directory): readonly AgencyId[] {
  const parts = directory.children(agency.id).flatMap((child) => withParts(child, directory));
  return [agency.id, ...parts];
}

/** Four decimals are enough for a share, and exact in ten-thousandths. */
function shareOf(text: string): number {
  const share = /^(?:1|0?\.\d{1,4})$/u.test(text) ? Math.round(Number(text) * WHOLE) : 0;
  if (share === 0) throw invalid({ code: 'badFraction', place: '--fraction', detail: text });
  return share;
}

function dayOfText(text: string): Temporal.PlainDate {
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    throw invalid({ code: 'badDay', place: '--on', detail: text });
  }
}

function seedOf(text: string): number {
  if (!/^\d{1,9}$/u.test(text)) throw invalid({ code: 'badSeed', place: '--seed', detail: text });
  return Number(text);
}

function invalid(problem: Problem): ConfigurationInvalid {
  return new ConfigurationInvalid([problem]);
}
