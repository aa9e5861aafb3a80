import type { Agency } from '../agencies/agency.ts';
import { belongingTo } from '../agencies/members.ts';
import type { Period, PeriodAsked, PeriodKey } from '../calendar/period.ts';
import { parsePeriodKey } from '../calendar/periods.ts';
import { dayOf } from '../clock.ts';
import { reportedOnly } from '../snapshots/reported.ts';
import type { SnapshotHead } from '../snapshots/snapshot.ts';
import type { Reading } from '../snapshots/store.ts';
import { uniqueBy } from '../unique-by.ts';
import { choosePeriod, latestThenLongest } from './choose-period.ts';
import { type Doubt, doubtsAbout } from './doubts.ts';
import type { Knowledge } from './knowledge.ts';
import { newestFirst, newestOfEach } from './newest.ts';
import { type NoFigures, noFigures } from './no-figures.ts';
import { type Timeliness, timelinessOf } from './timeliness.ts';

/** A row of the table: the agency with its figures. */
export type ReportRow = { readonly agency: Agency; readonly reading: Reading };

/**
 * The rows of a form. `ii06a`: the agency by field, as its table has them, and its row as a whole, if there is one ·
 * `phuLuc2`: the agency and what belongs to it, in the order of the directory.
 */
type ReportTable =
  | {
      readonly form: 'ii06a';
      readonly total: Reading | null;
      readonly fields: readonly Reading[];
    }
  | { readonly form: 'phuLuc2'; readonly rows: readonly ReportRow[] };

/** What a table in official form shows, and what is to be said of it. */
export type ReportAnswer = ReportTable & {
  readonly kind: 'report';
  readonly agency: Agency;
  readonly period: Period;
  readonly heads: readonly SnapshotHead[];
  readonly doubts: readonly Doubt[];
  readonly timeliness: Timeliness;
  /** Further periods with figures, newest first. */
  readonly otherPeriods: readonly Period[];
};

/** An answer in one of the forms. */
export type ReportIn<F extends ReportTable['form']> = Extract<ReportAnswer, { readonly form: F }>;

/** What is known of an agency in a period. */
type Found = {
  readonly key: PeriodKey;
  readonly total: Reading | null;
  readonly fields: readonly Reading[];
};

/**
 * Answers /bao-cao: the agency by field where its figures are by field, else it and all that belongs to it. Where no
 * period is named, figures by field go before newer ones without: they are the fuller report. An official form is filled
 * with what was reported only.
 */
export async function askReport(
  asked: Knowledge,
  question: { readonly agency: Agency; readonly period: PeriodAsked | null },
): Promise<ReportAnswer | NoFigures> {
  const knowledge = { ...asked, snapshots: reportedOnly(asked.snapshots) };
  const { agency } = question;
  const found = await foundOf(knowledge, agency);
  const byField = found.filter(({ fields }) => fields.length > 0);
  const choice = choosePeriod(
    question.period === null && byField.length > 0 ? byField : found,
    question.period,
    dayOf(knowledge.clock.now()),
  );
  if (choice.kind === 'none') return noFigures(knowledge, agency, choice);
  const table = await tableOf(knowledge, agency, choice.found);
  const shown = shownIn(table, agency);
  const heads = uniqueBy(
    shown.map(({ reading }) => reading.snapshot),
    ({ id }) => id,
  );
  return {
    kind: 'report',
    agency,
    period: choice.period,
    ...table,
    heads,
    doubts: await doubtsAbout(
      knowledge,
      shown.map(({ agency: of, reading: { snapshot } }) => ({ agency: of, snapshot })),
    ),
    timeliness: timelinessOf(knowledge, heads, { isPeriodNamed: question.period !== null }),
    otherPeriods: othersThan(choice.found, found),
  };
}

async function tableOf(
  knowledge: Knowledge,
  agency: Agency,
  { total, fields }: Found,
): Promise<ReportTable> {
  if (fields.length > 0) return { form: 'ii06a', total, fields };
  return { form: 'phuLuc2', rows: total === null ? [] : await rowsOf(knowledge, agency, total) };
}

function shownIn(table: ReportTable, agency: Agency): readonly ReportRow[] {
  if (table.form === 'phuLuc2') return table.rows;
  const { total, fields } = table;
  return [...(total === null ? [] : [total]), ...fields].map((reading) => ({ agency, reading }));
}

async function foundOf({ snapshots }: Knowledge, agency: Agency): Promise<readonly Found[]> {
  const totals = newestFirst(await snapshots.readings(agency.id));
  const keys = new Set((await snapshots.heads()).map(({ period }) => period));
  const found = await Promise.all(
    Array.from(keys, async (key): Promise<Found> => {
      const read = await snapshots.fieldReadings(agency.id, key);
      const fields = newestOfEach(read, ({ figure }) => figure.field ?? '');
      const ofPeriod = totals.filter(({ snapshot }) => snapshot.period === key);
      const table = fields[0]?.snapshot.id;
      if (table === undefined) return { key, total: ofPeriod[0] ?? null, fields };
      // Fields and their total are of one table, or their sum would be a riddle.
      const isOfTable = ({ snapshot }: Reading): boolean => snapshot.id === table;
      const total = ofPeriod.find(isOfTable) ?? null;
      return { key, total, fields: fields.filter(isOfTable).toSorted(busiestFirst) };
    }),
  );
  return found.filter(({ total, fields }) => total !== null || fields.length > 0);
}

/** The store keeps no order of fields. */
function busiestFirst({ figure: a }: Reading, { figure: b }: Reading): number {
  return (b.counts.received ?? 0) - (a.counts.received ?? 0);
}

/** The agency and what belongs to it, each by its newest table of the same scope. */
async function rowsOf(
  { directory, snapshots }: Knowledge,
  agency: Agency,
  total: Reading,
): Promise<readonly ReportRow[]> {
  const agencies = [agency, ...belongingTo(directory, agency.id)];
  const { period, scope } = total.snapshot;
  const ids = agencies.map(({ id }) => id);
  const read = await snapshots.readingsOf(ids, { period, scope });
  const newest = newestOfEach(read, ({ figure }) => figure.agency);
  const byAgency = new Map(newest.map((reading) => [reading.figure.agency, reading]));
  return agencies.flatMap((of) => {
    const reading = byAgency.get(of.id);
    return reading === undefined ? [] : [{ agency: of, reading }];
  });
}

function othersThan(chosen: Found, all: readonly Found[]): readonly Period[] {
  return all
    .filter(({ key }) => key !== chosen.key)
    .map(({ key }) => parsePeriodKey(key))
    .toSorted(latestThenLongest);
}
