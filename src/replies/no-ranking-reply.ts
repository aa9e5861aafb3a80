import { type Asking, questionText } from '../asking/question-text.ts';
import type { Metric } from '../figures/metric.ts';
import type { NoRanking } from '../queries/covered-periods.ts';
import { impossibleText, vainPeriod } from './impossible-period.ts';
import { METRIC_WORDS } from './metric-words.ts';
import { periodName } from './period-names.ts';
import { type Block, type Line, type Reply, textBlocks, textReply } from './reply.ts';
import { capital } from './sentence.ts';

/** Said when no period has figures for most of the agencies. */
export function noRankingReply(
  { asked, available }: NoRanking,
  asking: Asking & { readonly metric: Metric },
  notes: readonly Block[] = [],
): Reply {
  const what = METRIC_WORDS[asking.metric];
  const instead =
    available.length === 0
      ? []
      : [`Xếp hạng được: ${available.slice(0, 6).map(periodName).join(', ')}.`];
  const headline: Line =
    asked?.kind === 'impossible'
      ? [{ strong: impossibleText(asked) }, ` — xếp hạng ${what}`]
      : [{ strong: 'Chưa đủ số liệu để xếp hạng' }, ` ${what}${vainPeriod(asked, ' ')}`];
  return textReply(
    [{ kind: 'headline', line: headline }, ...textBlocks(instead), ...notes],
    available.slice(0, 4).map((period) => ({
      label: capital(periodName(period)),
      send: questionText('xep-hang', { ...asking, periods: [period] }),
    })),
  );
}
