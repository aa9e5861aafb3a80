import * as z from 'zod';

import { Level } from '../../agencies/agency.ts';
import type { DossierState } from '../../dossiers/dossier.ts';
import { ConfigurationInvalid } from '../../errors.ts';
import { readYaml } from '../../read-yaml.ts';

/** The states that samples are in. */
const SAMPLE_STATES = [
  'received',
  'processing',
  'supplementRequested',
  'paymentRequested',
  'withdrawn',
  'done',
  'returned',
] as const satisfies readonly DossierState[];
export type SampleState = (typeof SAMPLE_STATES)[number];

/** The columns of a list as it is exported; `applicant`, `phone` and `address` are there to be dropped at the door. */
export const SAMPLE_COLUMNS = [
  'code',
  'procedure',
  'field',
  'agency',
  'receptionPlace',
  'applicant',
  'phone',
  'address',
  'channel',
  'handlingUnit',
  'desk',
  'step',
  'receivedAt',
  'dueAt',
  'extendedDueAt',
  'closedAt',
  'state',
] as const;
export type SampleColumn = (typeof SAMPLE_COLUMNS)[number];

const Text = z.string().min(1);
const Texts = z.array(Text).nonempty();
const Some = z.int().positive();

const Procedure = z.strictObject({
  name: Text,
  field: Text,
  unit: Text,
  /** Working days allowed. */
  days: Some.max(60),
  weight: Some,
});

const Profile = z
  .strictObject({
    agencies: z.array(Text).default([]),
    levels: z.array(Level).default([]),
    /** Percent of the dossiers. */
    online: z.int().min(0).max(100),
    units: z.record(Text, z.strictObject({ name: Text, desk: Text, desks: Some })),
    procedures: z.array(Procedure).nonempty(),
  })
  .superRefine(({ units, procedures }, context) => {
    for (const [at, { unit }] of procedures.entries()) {
      if (units[unit] !== undefined) continue;
      context.addIssue({
        code: 'custom',
        message: 'unknownUnit',
        path: ['procedures', at, 'unit'],
      });
    }
  });

const Catalogue = z.strictObject({
  profiles: z.array(Profile).nonempty(),
  reception: z.strictObject({ desk: Text, elsewhere: Text, officer: Text, step: Text }),
  steps: Texts,
  test: z.strictObject({ procedure: Text, field: Text }),
  states: z.record(z.enum(SAMPLE_STATES), Text),
  channels: z.record(z.enum(['direct', 'online', 'postal']), Text),
  columns: z.record(z.enum(SAMPLE_COLUMNS), Text),
  applicants: z.strictObject({
    families: Texts,
    middles: Texts,
    given: Texts,
    phone: Text,
    streets: Texts,
  }),
});

/** What sample dossiers are made of: procedures, units, steps, and the words of a list. */
export type Catalogue = z.infer<typeof Catalogue>;
/** What agencies of a kind do. */
export type Profile = z.infer<typeof Profile>;
export type Procedure = z.infer<typeof Procedure>;

/** Reads the catalogue. Throws `ConfigurationInvalid` with every problem, its file and path. */
export function readCatalogue(text: string, file = ''): Catalogue {
  const read = readYaml(Catalogue, { file, text });
  if (!read.ok) throw new ConfigurationInvalid(read.problems);
  return read.value;
}
