import type { CalendarPeriod } from '../../calendar/calendar-period.ts';
import { SourceUnreadable } from '../../errors.ts';
import { INDEX_GROUPS, type IndexGroup } from '../../figures/index-score.ts';
import { uniqueBy } from '../../unique-by.ts';
import type { Desk } from './desk.ts';
import type { PortalOptions } from './options.ts';
import { MeasuredAnswer, TotalsAnswer, TreeAnswer } from './payload.ts';
import { ENDPOINTS, groupRequest, totalsRequest } from './plan.ts';
import { measuredScores, type Said, type Scored, treeScores } from './translation.ts';

type Asked = { readonly options: PortalOptions; readonly period: CalendarPeriod };

/** What the portal says of one period, and the answers it said it in. */
type PeriodSaid = { readonly said: Said; readonly answers: readonly Uint8Array[] };

/** Pages of departments; a province has one or two. */
const MAX_PAGES = 10;

/** Asks for all that belongs to one period. Throws `SourceUnreadable` at the first thing that goes wrong. */
export async function askPeriod(desk: Desk, asked: Asked): Promise<PeriodSaid> {
  const answers: Uint8Array[] = [];
  const groups: Group[] = [];
  for (const group of INDEX_GROUPS) {
    const answered = await askGroup(desk, group, asked);
    checkRoot(answered.root, group, asked.options);
    groups.push(answered);
    answers.push(...answered.answers);
  }
  const totals = await desk.ask(totalsRequest(asked.period), TotalsAnswer);
  const own = totals.value.data.evaluation.find(
    ({ departmentId }) => departmentId === asked.options.departmentId,
  );
  return {
    said: {
      root: merged(groups.map(({ root }) => root)),
      others: mergedById(groups.flatMap(({ others }) => others)),
      total: own?.totalScore ?? null,
    },
    answers: [...answers, totals.bytes],
  };
}

type Group = {
  readonly root: Scored;
  readonly others: readonly Scored[];
  readonly answers: readonly Uint8Array[];
};

async function askGroup(desk: Desk, group: IndexGroup, asked: Asked): Promise<Group> {
  if (ENDPOINTS[group].form === 'measured') return askPages(desk, group, asked);
  const request = groupRequest(group, {
    ...asked,
    page: 1,
    departmentId: asked.options.departmentId,
  });
  const { value, bytes } = await desk.ask(request, TreeAnswer);
  const { parent, children } = value.data;
  return {
    root: treeScores(group, parent),
    others: children.map((child) => treeScores(group, child)),
    answers: [bytes],
  };
}

async function askPages(desk: Desk, group: IndexGroup, { options, period }: Asked): Promise<Group> {
  const { departmentId } = options;
  const others: Scored[] = [];
  const answers: Uint8Array[] = [];
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const request = groupRequest(group, { period, page, departmentId });
    const { value, bytes } = await desk.ask(request, MeasuredAnswer);
    const { overview, evaluation, pagination } = value.data;
    others.push(...evaluation.map((unit) => measuredScores(group, unit)));
    answers.push(bytes);
    if (page >= (pagination?.totalPages ?? 1)) {
      return { root: measuredScores(group, overview), others, answers };
    }
  }
  throw unreadable('tooManyPages', group, String(MAX_PAGES));
}

/** An answer about another department is no answer, whatever its status. */
function checkRoot({ id, code }: Scored, group: IndexGroup, options: PortalOptions): void {
  const { departmentId, departmentCode } = options;
  if (id !== departmentId) throw unreadable('otherAgency', group, `${id} / ${departmentId}`);
  if (code !== null && code !== departmentCode) {
    throw unreadable('otherAgency', group, `${code} / ${departmentCode}`);
  }
}

function unreadable(code: 'otherAgency' | 'tooManyPages', group: IndexGroup, detail: string) {
  const place = ENDPOINTS[group].endpoint;
  return new SourceUnreadable(place, [{ code, place, detail }]);
}

function mergedById(units: readonly Scored[]): readonly Scored[] {
  return Array.from(Map.groupBy(units, ({ id }) => id).values(), merged);
}

/** What several answers say of one department; some of them leave out its code. */
function merged(units: readonly Scored[]): Scored {
  const [first] = units;
  if (first === undefined) throw new RangeError('nothing to merge');
  const code = units.find((unit) => unit.code !== null)?.code ?? null;
  const scores = uniqueBy(
    units.flatMap((unit) => unit.scores),
    ({ group, part }) => `${String(group)} ${String(part)}`,
  );
  return { ...first, code, scores };
}
