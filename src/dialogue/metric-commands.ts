import type { Metric } from '../figures/metric.ts';
import type { CommandName } from './question.ts';

const COMMANDS: Readonly<Record<Metric, CommandName>> = {
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

/** What a command asks about when nothing narrower was said. */
const METRICS: ReadonlyMap<CommandName, Metric> = new Map([
  ['tre-han', 'overdue'],
  ['dung-han', 'onTime'],
  ['ho-so', 'dossiers'],
  ['truc-tuyen', 'online'],
  ['thanh-toan', 'onlinePayment'],
  ['buu-chinh', 'postal'],
  ['so-hoa', 'digitization'],
  ['hai-long', 'satisfaction'],
  ['chi-so', 'reformIndex'],
]);

/** The command that answers a metric for one agency. */
export function commandFor(metric: Metric): CommandName {
  return COMMANDS[metric];
}

/** The metric a command stands for; null for commands that serve any. */
export function metricOf(command: CommandName): Metric | null {
  return METRICS.get(command) ?? null;
}

/**
 * The metric of a question put to a command: what was said, unless it is another command's ("/tre-han … trực tuyến"
 * stays about late dossiers).
 */
export function metricFor(command: CommandName, said: Metric | null): Metric | null {
  const own = metricOf(command);
  if (own === null || said === null) return said ?? own;
  return COMMANDS[said] === command ? said : own;
}
