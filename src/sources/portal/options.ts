import * as z from 'zod';

import { named, OurAgency } from '../named-source.ts';

/* Schemas say what is wrong by a code; src/replies has the words. */
const HowMany = z.int('howManyPeriods').min(0, 'howManyPeriods').max(24, 'howManyPeriods');
const Seconds = z.int('portalSeconds').min(1, 'portalSeconds').max(600, 'portalSeconds');

/** Where the portal publishes its evaluation, as its own page asks for it (domain.md 11). */
const EVALUATION = 'https://dichvucong.gov.vn/api/v1/reporting/evaluation/';

/**
 * The national portal's public figures on one province. It is asked for each thing once a day at most, one question after
 * another with pauses, and not at all for the rest of a day on which it turned us away.
 */
export const PortalOptions = z.strictObject(
  {
    ...named('portal', '30 2 * * *'),
    /** Of the provincial committee, as the portal names it (a UUID). */
    departmentId: z.uuid('departmentId'),
    /** The same as a code ("H32"): an answer about another one is refused. */
    departmentCode: z.string('departmentCode').regex(/^[A-Z]\d{2}$/u, 'departmentCode'),
    /** Whose figures those of that department are; null = the province of the directory. */
    agency: OurAgency.nullable().default(null),
    /** Departments whose name on the portal is not in the directory, by their code there. */
    departments: z.record(z.string(), OurAgency, 'mapping').default({}),
    url: z.url({ protocol: /^https?$/u, error: 'url' }).default(EVALUATION),
    /** How many ended months are looked at: past scores may be recomputed. */
    months: HowMany.default(2),
    /** How many quarters and years, the running one first. */
    quarters: HowMany.default(0),
    years: HowMany.default(1),
    pauseSeconds: Seconds.default(5),
    timeoutSeconds: Seconds.default(60),
    maxMegabytes: z.int('megabytes').min(1, 'megabytes').max(50, 'megabytes').default(5),
  },
  'mapping',
);
export type PortalOptions = Readonly<z.infer<typeof PortalOptions>>;
