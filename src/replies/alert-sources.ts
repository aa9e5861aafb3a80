import type { Directory } from '../agencies/agency.ts';
import type { AlertNews } from '../alerts/decide-agency.ts';
import type { AlertRules } from '../alerts/rules.ts';
import type { TakenList } from '../dossiers/store.ts';
import { uniqueBy } from '../unique-by.ts';
import { listText, namedList } from './due-words.ts';
import { findingText } from './finding-text.ts';
import { FORMULA_USERS } from './metric-words.ts';
import type { Block, Reply } from './reply.ts';
import { sourceText } from './source-line.ts';

/** More names are no line any more. */
const MOST_NAMED = 4;

/** What is doubtful or made up, then documents and lists. */
export function alertSourceBlocks(
  news: readonly AlertNews[],
  { directory, rules }: { readonly directory: Directory; readonly rules: AlertRules },
): readonly Block[] {
  const documents = uniqueBy(
    news.flatMap(({ measure, observation: { figures } }) =>
      figures === null || isOfDossiers(measure.rule) ? [] : [figures.snapshot],
    ),
    ({ id }) => String(id),
  );
  const lists = listsBehind(news);
  const [list] = lists;
  const parts = [
    ...(documents.length === 0 ? [] : [sourceText(documents)]),
    ...(list === undefined ? [] : [`${documents.length === 0 ? 'Nguồn: ' : ''}${listText(list)}`]),
  ];
  const warnings = [
    ...doubtTexts(news, directory),
    ...(lists.some(({ sample }) => sample) ? ['Dữ liệu mẫu, không phải hồ sơ thật.'] : []),
  ];
  return [
    ...(warnings.length === 0 ? [] : [{ kind: 'warning', line: [warnings.join(' ')] } as const]),
    { kind: 'source', line: [`${parts.join('; ')}${basisText(news, rules)}`] },
  ];
}

/** The list that alerts name, for the audit. */
export function alertList(news: readonly AlertNews[]): Pick<Reply, 'list'> {
  return namedList({ lists: listsBehind(news) });
}

/** Newest first. */
function listsBehind(news: readonly AlertNews[]): readonly TakenList[] {
  return news
    .flatMap(({ measure, observation: { dossiers } }) =>
      dossiers === null || !isOfDossiers(measure.rule) ? [] : [dossiers.list],
    )
    .toSorted((a, b) => Temporal.Instant.compare(b.asOf, a.asOf));
}

/** What rates are of: by which formula, and whether the decision cited may mean another one (domain.md 2.2, 6). */
function basisText(news: readonly AlertNews[], { formula }: Pick<AlertRules, 'formula'>): string {
  const told = new Set(news.map(({ measure }) => measure.rule));
  const formulas = new Set([
    ...(told.has('overdueRate') || told.has('headroom') ? [FORMULA_USERS[formula]] : []),
    // What is expected is counted by this one, whatever reported figures are judged by.
    ...(told.has('forecast') ? [FORMULA_USERS.OVERDUE_TOTAL_OVER_HANDLED] : []),
  ]);
  const late = formulas.size === 0 ? '' : `. Cách tính trễ hạn: ${[...formulas].join(' và ')}`;
  return told.has('onlinePace') ? `${late}. ${ONLINE_BASIS}` : late;
}

const ONLINE_BASIS =
  'Trực tuyến tính trên mọi hồ sơ mới tiếp nhận; chỉ tiêu có thể chỉ tính thủ tục đã công bố trực tuyến';

/** What does not fit together in the figures that are told: of one agency what it is, of several whose they are. */
function doubtTexts(news: readonly AlertNews[], directory: Directory): readonly string[] {
  const doubted = news.filter(
    ({ measure, observation: { figures } }) =>
      !isOfDossiers(measure.rule) && figures !== null && figures.doubts.length > 0,
  );
  const ids = [...new Set(doubted.map(({ measure }) => measure.agency))];
  const [first] = doubted.flatMap(({ observation }) => observation.figures?.doubts ?? []);
  if (first === undefined) return [];
  if (news.length === 1) return [`Số liệu chưa khớp — ${findingText(first)} (/doi-chieu).`];
  const names = ids.slice(0, MOST_NAMED).map((id) => directory.get(id).shortName);
  return [
    `Số liệu chưa khớp: ${names.join(', ')}${ids.length > names.length ? ' …' : ''} (/doi-chieu).`,
  ];
}

function isOfDossiers(rule: AlertNews['measure']['rule']): boolean {
  return rule === 'longOverdue' || rule === 'forecast';
}
