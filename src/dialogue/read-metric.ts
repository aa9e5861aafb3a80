import type { Metric } from '../figures/metric.ts';
import { saysBarred } from './grade-phrases.ts';
import type { Piece } from './sense.ts';

/** The metric asked about, and the words of further metrics that cannot be answered at the same time. */
export type MetricRead = {
  readonly metric: Metric | null;
  /** Empty when none is named outright. */
  readonly metricText: string;
  readonly others: readonly string[];
};

/** "Trực tuyến" beside one of these only says more exactly what was meant. */
const NARROWS_ONLINE: ReadonlySet<Metric> = new Set([
  'onlineFull',
  'onlinePartial',
  'onlinePayment',
]);

const IN_TIME = /(?:^| )trong han$/u;

/** "Trong hạn và quá hạn của Nha Trang": the balance tells both, and a rate only one of them. */
export function saysInTimeAndLate(pieces: readonly Piece[]): boolean {
  const isLate = pieces.some(({ sense }) => sense?.kind === 'metric' && sense.metric === 'overdue');
  const isInTime = pieces.some(
    ({ sense, folded }) => sense?.kind === 'metric' && sense.weak && IN_TIME.test(folded),
  );
  return isLate && isInTime;
}

/** The first metric named counts; "hồ sơ" and the like only when there is no other. */
export function readMetric(pieces: readonly Piece[]): MetricRead {
  if (saysInTimeAndLate(pieces)) return { metric: 'dossiers', metricText: '', others: [] };
  const barred = pieces.find(saysBarred);
  return barred === undefined
    ? firstNamed(pieces)
    : { metric: 'reformIndex', metricText: barred.text, others: [] };
}

function firstNamed(pieces: readonly Piece[]): MetricRead {
  const named = pieces.flatMap(({ sense, text }) =>
    sense?.kind === 'metric' ? [{ metric: sense.metric, weak: sense.weak, text }] : [],
  );
  const strong = named.filter(({ weak }) => !weak);
  const narrower = strong.find(({ metric }) => NARROWS_ONLINE.has(metric));
  const online = narrower !== undefined && strong[0]?.metric === 'online' ? narrower : strong[0];
  const chosen = online ?? named[0];
  const others = strong.filter(
    ({ metric }) => metric !== chosen?.metric && !(narrower !== undefined && metric === 'online'),
  );
  return {
    metric: chosen?.metric ?? null,
    metricText: online?.text ?? '',
    others: others.map(({ text }) => text),
  };
}
