import * as z from 'zod';

import { KEEP_LISTS_DAYS, puttingAway } from '../folder-options.ts';
import { Complete, EVERY_TEN_MINUTES, named, OurAgency } from '../named-source.ts';
import { LIST_COLUMNS } from './list-columns.ts';

/* Schemas say what is wrong by a code; src/replies has the words. */

/** A folder of dossier lists, taken in on a schedule (node-cron notation, Vietnamese time). */
export const DossierFolder = z.strictObject(
  {
    ...named('dossiers', EVERY_TEN_MINUTES),
    folder: z.string('path').min(1, 'path'),
    complete: Complete,
    /** The good rows of a list with bad ones are taken. */
    partialOk: z.boolean('yesNo').default(false),
    /** Of lists without a column for it. */
    agency: OurAgency.nullable().default(null),
    /** Names of columns beside those of `dossierColumns`. */
    columns: z
      .partialRecord(z.enum(LIST_COLUMNS, 'listColumn'), z.array(z.string('listColumn')))
      .default({}),
    ...puttingAway(KEEP_LISTS_DAYS),
  },
  'mapping',
);
