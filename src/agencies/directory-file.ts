import * as z from 'zod';

import { ConfigurationInvalid } from '../errors.ts';
import { Day, readYaml } from '../read-yaml.ts';
import { AgencyId, Level } from './agency.ts';

const Name = z
  .string()
  .trim()
  .min(1)
  .transform((text) => text.normalize('NFC'));
const Names = z.array(Name);

/** What a row may leave to its section. */
const Shared = z.strictObject({
  level: Level.optional(),
  memberLevel: Level.optional(),
  parent: AgencyId.nullable().optional(),
  district: AgencyId.optional(),
  validFrom: Day.optional(),
  validTo: Day.optional(),
});

const Row = z.strictObject({
  ...Shared.shape,
  id: AgencyId,
  name: Name,
  short: Name,
  printed: Names.default([]),
  aliases: Names.default([]),
  path: Name.optional(),
});

const Section = z
  .strictObject({ all: Shared.default({}), agencies: z.array(Row) })
  .transform(({ all, agencies }, context) =>
    agencies.map((own, index) => {
      const row = { ...all, ...own };
      if (row.level !== undefined) return { ...row, level: row.level };
      context.addIssue({ code: 'custom', message: 'level', path: ['agencies', index, 'level'] });
      return z.NEVER;
    }),
  );

const Links = z
  .record(AgencyId, z.array(AgencyId))
  .default({})
  .transform((links) =>
    Object.entries(links).flatMap(([key, ids]) =>
      ids.map((id) => ({ key: AgencyId.parse(key), id })),
    ),
  );

const Step = z.strictObject({
  on: Day,
  basis: Name,
  confirmed: z.boolean().default(true),
  partial: z.array(AgencyId).default([]),
  into: Links,
  outOf: Links,
});

/** The agency file as written; `fixtures/agencies/khanh-hoa.yaml` explains every key at its top. */
const DirectoryFile = z.strictObject({
  sections: z.array(Section),
  successions: z.array(Step).default([]),
});
export type DirectoryFile = z.infer<typeof DirectoryFile>;
/** One agency as written, completed with what its section says for all. */
export type Row = DirectoryFile['sections'][number][number];
/** One reorganisation as written. */
export type Step = DirectoryFile['successions'][number];

/** Reads the text of an agency file. Throws `ConfigurationInvalid` with everything that is wrong with its form. */
export function readDirectoryFile(text: string, file: string): DirectoryFile {
  const read = readYaml(DirectoryFile, { file, text });
  if (!read.ok) throw new ConfigurationInvalid(read.problems);
  return read.value;
}
