import * as z from 'zod';

import { KEEP_FIGURES_DAYS, puttingAway } from '../folder-options.ts';

/* Schemas say what is wrong by a code; src/replies has the words. */

/** A folder whose files are taken in on a schedule (node-cron notation, Vietnamese time). */
export const FileFolder = z.strictObject(
  {
    kind: z.literal('file', 'sourceKind'),
    name: z.string('sourceName').regex(/^[a-z0-9-]+$/u, 'sourceName'),
    folder: z.string('path').min(1, 'path'),
    schedule: z.string('schedule').default('*/10 * * * *'),
    ...puttingAway(KEEP_FIGURES_DAYS),
  },
  'mapping',
);
