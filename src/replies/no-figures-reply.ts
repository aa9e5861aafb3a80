import type { Agency } from '../agencies/agency.ts';
import { commandFor, type CommandName } from '../asking/commands.ts';
import { agencyQuestion, exactName, questionText } from '../asking/question-text.ts';
import { isImpossible, type Period } from '../calendar/period.ts';
import { periodKey } from '../calendar/periods.ts';
import type { Metric, OverdueFormula } from '../figures/metric.ts';
import type { NoFigures } from '../queries/no-figures.ts';
import { storyBlocks } from './agency-story.ts';
import { findingText } from './finding-text.ts';
import { vainPeriod, vainText } from './impossible-period.ts';
import { METRIC_WORDS } from './metric-words.ts';
import { periodName } from './period-names.ts';
import type { Block, Choice, Line, Reply } from './reply.ts';
import { capital } from './sentence.ts';
import { documentName } from './source-line.ts';

/** What was asked in vain; without a command by the one of the metric. */
type AskedInVain = {
  readonly metric: Metric;
  readonly formula?: OverdueFormula | null;
  readonly command?: CommandName;
  /** Of those available the ones that are of all agencies in common. */
  readonly common?: CommonPeriods | null;
};

/** Periods in which something is known of a whole, and nothing of the agency asked about. */
export type CommonPeriods = { readonly agency: Agency; readonly periods: readonly Period[] };

/**
 * Said when there is no figure: missing is missing, never 0, and the periods that do exist are offered. Of a period that
 * cannot be it is said why.
 */
export function noFiguresReply(
  missing: NoFigures,
  { metric, formula = null, command = commandFor(metric), common = null }: AskedInVain,
  notes: readonly Block[] = [],
): Reply {
  const { agency, available, story, missed } = missing;
  const choices = available.slice(0, 4).map((period): Choice => ({
    label: capital(periodName(period)),
    send: questionText(command, {
      agencies: [exactName(agency)],
      metric,
      formula,
      periods: [period],
    }),
  }));
  const predecessors = story.formedFrom.slice(0, 6).map(({ agency: former }): Choice => ({
    label: former.shortName,
    send: agencyQuestion(metric, former, null),
  }));
  const offered = missing.metrics.filter((one) => one !== metric).slice(0, 4);
  const metrics = offered.map((one): Choice => ({
    label: capital(METRIC_WORDS[one]),
    send: agencyQuestion(one, agency, null),
  }));
  const known =
    offered.length === 0
      ? 'Thử /nguon để xem các số liệu hiện có.'
      : `Có số liệu: ${offered.map((one) => METRIC_WORDS[one]).join(', ')}.`;
  const never = `Chưa nguồn nào cung cấp ${METRIC_WORDS[metric]} của đơn vị này. ${known}`;
  const instead = [
    ...(missed === null ? [] : [missedText(missed)]),
    ...(available.length > 0 ? [availableText(missing, common)] : []),
  ];
  return {
    blocks: [
      {
        kind: 'headline',
        line: headline(missing, metric),
      },
      { kind: 'text', line: [instead.length === 0 ? never : instead.join(' ')] },
      ...notes,
      ...storyBlocks(agency.name, story),
    ],
    chart: null,
    choices: available.length > 0 ? choices : [...metrics, ...predecessors],
    topic: { agency: agency.id, period: null, metric },
    snapshots: [],
  };
}

/** "Kỳ có số liệu của Nha Trang: năm 2022; chung của Tỉnh Khánh Hòa: năm 2023, năm 2020." */
function availableText({ agency, available }: NoFigures, common: CommonPeriods | null): string {
  const ofOthers = new Set((common?.periods ?? []).map(periodKey));
  const own = available.filter((period) => !ofOthers.has(periodKey(period)));
  const parts = [
    ...(own.length === 0 ? [] : [`của ${agency.shortName}: ${named(own)}`]),
    ...(common === null || common.periods.length === 0
      ? []
      : [`chung của ${common.agency.name}: ${named(common.periods)}`]),
  ];
  return `Kỳ có số liệu ${parts.join('; ')}.`;
}

function named(periods: readonly Period[]): string {
  return periods.slice(0, 8).map(periodName).join(', ');
}

function headline({ agency, asked }: NoFigures, metric: Metric): Line {
  const what = METRIC_WORDS[metric];
  const subject = isImpossible(asked) ? ` — ${what}, ` : ` ${what} — `;
  return [
    { strong: vainText(asked, 'Chưa có số liệu') },
    `${subject}${agency.name}${vainPeriod(asked, ', ')}`,
  ];
}

/** Its table once had a row of it: that is another thing than no figure at all. */
function missedText({ finding, snapshot }: NonNullable<NoFigures['missed']>): string {
  return `${capital(documentName(snapshot))}: đơn vị này ${findingText(finding)}.`;
}
