import type { Directory } from '../../agencies/agency.ts';
import { ZONE } from '../../clock.ts';
import { type Catalogue, SAMPLE_COLUMNS, type SampleColumn } from './catalogue.ts';
import type { Sample } from './make-dossier.ts';
import { below, oneOf, type Random, seededRandom } from './seeded-random.ts';

/** What a list is written with: its words, the names of agencies, and the seed of the applicants. */
export type CsvPlan = {
  readonly catalogue: Catalogue;
  readonly directory: Directory;
  readonly seed: number;
};

/** Spreadsheets take a text file for UTF-8 only with this mark before it. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * The lines of a CSV file (RFC 4180, UTF-8) as one-stop systems export lists of dossiers, the header first. Applicants are
 * in it, made up, so that it shows that taking it in drops them.
 */
export function* csvList(samples: Iterable<Sample>, plan: CsvPlan): Generator<string> {
  const { columns } = plan.catalogue;
  yield `${BYTE_ORDER_MARK}${csvLine(SAMPLE_COLUMNS.map((column) => columns[column]))}`;
  const nextApplicant = applicants(plan);
  for (const sample of samples) {
    const cells = { ...cellsOf(sample, plan), ...nextApplicant() };
    yield csvLine(SAMPLE_COLUMNS.map((column) => cells[column]));
  }
}

type Applicant = 'applicant' | 'phone' | 'address';

function cellsOf(
  { dossier, procedure }: Sample,
  { catalogue, directory }: CsvPlan,
): Readonly<Record<Exclude<SampleColumn, Applicant>, string>> {
  const { originalDueAt, currentDueAt, channel } = dossier;
  const isExtended = originalDueAt?.epochMilliseconds !== currentDueAt?.epochMilliseconds;
  return {
    code: dossier.code,
    procedure,
    field: dossier.field ?? '',
    agency: directory.get(dossier.agency).name,
    receptionPlace: dossier.receptionPlace ?? '',
    channel: channel === null ? '' : catalogue.channels[channel],
    handlingUnit: dossier.handlingUnit ?? '',
    desk: dossier.desk ?? '',
    step: dossier.step ?? '',
    receivedAt: momentText(dossier.receivedAt),
    dueAt: momentText(originalDueAt),
    extendedDueAt: isExtended ? momentText(currentDueAt) : '',
    closedAt: momentText(dossier.closedAt),
    state: catalogue.states[dossier.state],
  };
}

function applicants({ catalogue, seed }: CsvPlan) {
  const { families, middles, given, phone, streets } = catalogue.applicants;
  const random = seededRandom(`${String(seed)} applicants`);
  return (): Readonly<Record<Applicant, string>> => ({
    applicant: [families, middles, given].map((names) => oneOf(names, random)).join(' '),
    phone: [phone, three(random), three(random)].join('.'),
    address: `${String(1 + below(300, random))} ${oneOf(streets, random)}`,
  });
}

function three(random: Random): string {
  return String(below(1_000, random)).padStart(3, '0');
}

/** dd/mm/yyyy hh:mm; the end of a day is written as the day, as deadlines without an hour are. */
function momentText(moment: Temporal.Instant | null): string {
  if (moment === null) return '';
  const local = moment.toZonedDateTimeISO(ZONE);
  const day = `${two(local.day)}/${two(local.month)}/${String(local.year)}`;
  const isEndOfDay = local.hour === 23 && local.minute === 59;
  return isEndOfDay ? day : `${day} ${two(local.hour)}:${two(local.minute)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

function quoted(cell: string): string {
  return /[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
