import { readFileSync } from 'node:fs';

import { readDirectory } from '../../../src/agencies/read-directory.ts';
import { readSensitiveWords } from '../../../src/dossiers/read-sensitive-words.ts';
import { sensitiveProcedures } from '../../../src/dossiers/sensitive-procedures.ts';
import { readAgencyCounts } from '../../../src/sources/sample-dossiers/agency-counts.ts';
import { readCatalogue } from '../../../src/sources/sample-dossiers/catalogue.ts';
import type { SamplePlan } from '../../../src/sources/sample-dossiers/sample-dossiers.ts';
import { calendar, day } from '../../calendar/viet-nam.ts';

const textOf = (path: string) => readFileSync(`fixtures/${path}`, 'utf8');

export const directory = readDirectory(textOf('agencies/khanh-hoa.yaml'));
export const CATALOGUE = textOf('sample-dossiers.yaml');
export const catalogue = readCatalogue(CATALOGUE);
export const PHU_LUC_2 = textOf('figures/phu-luc-2-nam-2023.csv');

/** The counts of Phụ lục 2 of 2023. */
export const counts = readAgencyCounts(PHU_LUC_2, 'phu-luc-2.csv', directory);

/** Monday 23/11/2026. */
export const ON = day('2026-11-23');

/** All of the province. */
export const whole: SamplePlan = {
  directory,
  catalogue,
  calendar,
  counts,
  isSensitive: sensitiveProcedures(readSensitiveWords(textOf('sensitive-procedures.yaml'))),
  on: ON,
  seed: 1,
};

/** One agency alone. */
export const alone = (id: string): SamplePlan => ({
  ...whole,
  counts: counts.filter(({ agency }) => agency === id),
});
