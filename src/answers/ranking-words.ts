import type { Agency, AgencyId, Directory, Level } from '../agencies/agency.ts';
import { type Asking, exactName } from '../asking/question-text.ts';
import type { Period } from '../calendar/period.ts';
import type { Among, Slots } from '../dialogue/question.ts';
import type { Metric } from '../figures/metric.ts';
import type { Knowledge } from '../queries/knowledge.ts';
import { rankedAmong, rankedUnit } from '../replies/agency-names.ts';
import type { RankingWords } from '../replies/ranking-blocks.ts';
import type { Asked } from './asked.ts';
import { overdueLimit } from './overdue-limit.ts';
import type { RankedAgencies } from './ranked-agencies.ts';

/** A ranking that can be made, and what is needed to make it. */
export type Ranking = {
  readonly knowledge: Knowledge;
  readonly slots: Slots;
  readonly asked: Asked;
  readonly whom: RankedAgencies;
};

/** What a ranking's reply says of the question. */
export function wordsFor(ranking: Ranking, period: Period): RankingWords {
  const { knowledge, slots, asked, whom } = ranking;
  const { among, instead } = whom;
  return {
    ...namesFor(ranking),
    limit: overdueLimit(knowledge, levelOf(among) ?? 'province', period.to.year),
    top: slots.top,
    marked: asked.agencies[0]?.id ?? null,
    instead,
    ofAllLevels: levelOf(among) === null,
    asking: askingOf(ranking),
  };
}

/** The question itself, to be asked again. */
export function askingOf({ slots, asked, whom }: Ranking): Asking & { readonly metric: Metric } {
  return {
    ...slots,
    // Nobody is offered again what no formula answers.
    formula: asked.formula,
    metric: slots.metric ?? 'overdue',
    among: whom.among,
    agencies: asked.agencies.map((agency) => exactName(agency)),
    chart: null,
  };
}

/** What is ranked, by name. */
export function namesFor({ knowledge, whom }: Ranking): Pick<RankingWords, 'among' | 'unit'> {
  const { directory } = knowledge;
  const { type, within } = whom.among;
  const kind = { level: levelOf(whom.among), type };
  return {
    among: rankedAmong(kind, within === null ? null : placeOf(directory, within)),
    unit: rankedUnit(kind),
  };
}

function levelOf({ level }: Among): Level | null {
  return level === 'any' ? null : level;
}

/** Communes are said to be of their district, not of the total over the communes of their district. */
function placeOf(directory: Directory, id: AgencyId): Agency {
  const around = directory.get(id);
  return around.level === 'group' && around.district !== undefined
    ? directory.get(around.district)
    : around;
}
