import * as z from 'zod';

/** Stable identity of an agency across sources and time, e.g. `tp-nha-trang`, `cn-nha-trang`, `p-loc-tho`. */
export const AgencyId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u)
  .brand<'AgencyId'>();
export type AgencyId = z.infer<typeof AgencyId>;

/**
 * What an agency is. `group` is a total over other agencies (a block, the communes of a district);
 * `branch` is an office of the land registration system (Văn phòng/chi nhánh ĐKĐĐ).
 */
export const Level = z.enum([
  'province',
  'group',
  'department',
  'branch',
  'district',
  'commune',
  'verticalSector',
]);
export type Level = z.infer<typeof Level>;

/** One agency of the directory. Agencies are data: nothing about a particular province is in code. */
export type Agency = {
  readonly id: AgencyId;
  /** Full official name: "UBND thành phố Nha Trang". */
  readonly name: string;
  /** Shortest name that is still clear on a chart or in a list: "Nha Trang", "Sở KHĐT", "CN Nha Trang". */
  readonly shortName: string;
  /** Names as printed in official tables where they differ from `name` ("UBND phường Cam Lộ"). */
  readonly printedNames: readonly string[];
  /** Other names and abbreviations people type. */
  readonly aliases: readonly string[];
  readonly level: Level;
  /** The level of the members of a `group`; null for a mixed group and for everything else. */
  readonly memberLevel: Level | null;
  /** The total that counts this agency's figures; null when none does. */
  readonly parent: AgencyId | null;
  /** Position in Phụ lục 2 ("B.7", "C.VI.3", "TOTAL"); null where the table has no such row. */
  readonly officialPath: string | null;
  /** For a land office or a group of communes: the district office of the same place; absent for all others. */
  readonly district?: AgencyId;
  /** First day of existence; null when it lies before all figures. */
  readonly validFrom: Temporal.PlainDate | null;
  /** Last day of existence; null while it exists. */
  readonly validTo: Temporal.PlainDate | null;
};

/** A reorganisation step. Many-to-many: `partial` means only a part of `from` went to `to`. */
export type Succession = {
  readonly from: AgencyId;
  readonly to: AgencyId;
  readonly on: Temporal.PlainDate;
  readonly partial: boolean;
  /** The decision that ordered it, as cited in documents. */
  readonly basis: string;
  /** False when only the national pattern is known and not the province's own decision. */
  readonly confirmed: boolean;
};

/** All agencies of one province, with their relations. Look-ups of unknown ids throw `UnknownAgencyId`. */
export type Directory = {
  readonly province: Agency;
  readonly agencies: readonly Agency[];
  get(id: AgencyId): Agency;
  has(id: string): boolean;
  children(id: AgencyId): readonly Agency[];
  byOfficialPath(path: string): Agency | null;
  successions: readonly Succession[];
  successorsOf(id: AgencyId): readonly Succession[];
  predecessorsOf(id: AgencyId): readonly Succession[];
};
