import { agencyQuestion } from '../asking/question-text.ts';
import type { Metric } from '../figures/metric.ts';
import type { NoFigures } from '../queries/no-figures.ts';
import { storyBlocks } from './agency-story.ts';
import { METRIC_WORDS } from './metric-words.ts';
import { periodName } from './period-names.ts';
import type { Block, Choice, Reply } from './reply.ts';
import { capital } from './sentence.ts';

/** Said when there is no figure: missing is missing, never 0, and the periods that do exist are offered. */
export function noFiguresReply(
  missing: NoFigures,
  metric: Metric,
  notes: readonly Block[] = [],
): Reply {
  const { agency, asked, available, story } = missing;
  const when = asked === null ? '' : ` ${periodName(asked)}`;
  const choices = available.slice(0, 4).map((period): Choice => ({
    label: capital(periodName(period)),
    send: agencyQuestion(metric, agency, period),
  }));
  const predecessors = story.formedFrom.slice(0, 6).map(({ agency: former }): Choice => ({
    label: former.shortName,
    send: agencyQuestion(metric, former, null),
  }));
  const instead =
    available.length === 0
      ? `Chưa nguồn nào cung cấp ${METRIC_WORDS[metric]} của đơn vị này. Thử /nguon để xem các số liệu hiện có.`
      : `Hiện có: ${available.slice(0, 8).map(periodName).join(', ')}.`;
  return {
    blocks: [
      {
        kind: 'headline',
        line: [{ strong: 'Chưa có số liệu' }, ` ${METRIC_WORDS[metric]} — ${agency.name}${when}`],
      },
      { kind: 'text', line: [instead] },
      ...notes,
      ...storyBlocks(agency.name, story),
    ],
    chart: null,
    choices: available.length > 0 ? choices : predecessors,
    topic: { agency: agency.id, period: null, metric },
    snapshots: [],
  };
}
