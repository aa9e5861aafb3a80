import * as z from 'zod';

import { KEEP_FIGURES_DAYS, puttingAway } from '../folder-options.ts';
import { EVERY_TEN_MINUTES, named } from '../named-source.ts';

/* Schemas say what is wrong by a code; src/replies has the words. */

/** A folder whose files are taken in on a schedule (node-cron notation, Vietnamese time). */
export const FileFolder = z.strictObject(
  {
    ...named('file', EVERY_TEN_MINUTES),
    folder: z.string('path').min(1, 'path'),
    ...puttingAway(KEEP_FIGURES_DAYS),
  },
  'mapping',
);
