import type { Agency } from '../agencies/agency.ts';
import type { Period } from '../calendar/period.ts';
import type { Metric } from '../figures/metric.ts';
import { periodName } from './period-names.ts';

/** The command that answers a metric. */
const COMMAND_OF: Readonly<Record<Metric, string>> = {
  overdue: 'tre-han',
  onTime: 'dung-han',
  dossiers: 'ho-so',
  online: 'truc-tuyen',
  onlineFull: 'truc-tuyen',
  onlinePartial: 'truc-tuyen',
  onlinePayment: 'thanh-toan',
  postal: 'buu-chinh',
  digitization: 'so-hoa',
  electronicResults: 'so-hoa',
  satisfaction: 'hai-long',
  reformIndex: 'chi-so',
};

/** A question about exactly this agency and period, as a person could type it: what a button sends. */
export function agencyCommand(metric: Metric, agency: Agency, period: Period | null): string {
  const when = period === null ? '' : ` ${periodName(period)}`;
  return `/${COMMAND_OF[metric]} ${exactName(agency)}${when}`;
}

/** A name that reads back to exactly this agency: names alone repeat across reorganisations, ids do not. */
export function exactName({ name, id }: Agency): string {
  return `${name} #${id}`;
}
