import * as z from 'zod';

import { AgencyId } from '../agencies/agency.ts';

/* Schemas say what is wrong by a code; src/replies has the words. */

/** The source that everything is of which people hand in themselves: by the chat and by `npm run import`. */
export const BROUGHT_BY_HAND = 'file';
/** The source of the figures that an empty store begins with. */
export const SAMPLE_FIGURES = 'samples';
/** The source of made-up dossiers, for showing. */
export const SAMPLE_DOSSIERS = 'du-lieu-mau';

const TAKEN: ReadonlySet<string> = new Set([BROUGHT_BY_HAND, SAMPLE_FIGURES, SAMPLE_DOSSIERS]);

/** What a source is called in the configuration; what is brought by hand would be noted as the health of one called so. */
const SourceName = z
  .string('sourceName')
  .regex(/^[a-z0-9-]+$/u, 'sourceName')
  .refine((name) => !TAKEN.has(name), 'sourceNameTaken');

/** An agency of the directory, by its id. */
export const OurAgency = z
  .string('agencyId')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, 'agencyId')
  .pipe(AgencyId);

/**
 * Whether each list of dossiers shows every open one of the agencies in it; `all`: of all agencies of the source, so that
 * one with none left need not be in it.
 */
export const Complete = z.union([z.boolean(), z.literal('all')], 'yesNoAll').default(false);

/** What every source of the configuration has. */
export function named<Kind extends string>(kind: Kind, usualSchedule: string) {
  return {
    kind: z.literal(kind, 'sourceKind'),
    name: SourceName,
    /** In node-cron notation, Vietnamese time. */
    schedule: z.string('schedule').default(usualSchedule),
  };
}

/** As often as files and systems are looked at. */
export const EVERY_TEN_MINUTES = '*/10 * * * *';
