import type { Agency, Directory } from '../agencies/agency.ts';
import type { AlertNews } from '../alerts/decide-agency.ts';
import type { AlertRules } from '../alerts/rules.ts';
import { exactName } from '../asking/question-text.ts';
import { parsePeriodKey, periodKey } from '../calendar/periods.ts';
import { uniqueBy } from '../unique-by.ts';
import { actionOf, shortActionOf } from './alert-actions.ts';
import { alertList, alertSourceBlocks } from './alert-sources.ts';
import { countsOf, eventOf, numberOf, subjectOf, toldOf } from './alert-words.ts';
import { momentWords } from './moment-words.ts';
import { count } from './numbers.ts';
import { periodName } from './period-names.ts';
import { type Block, type Choice, type Line, NO_TOPIC, type Reply, type Topic } from './reply.ts';
import { capital } from './sentence.ts';

/** Who and what the alerts are about, and when they are told. */
export type AlertContext = {
  readonly directory: Directory;
  readonly rules: AlertRules;
  readonly now: Temporal.Instant;
};

/** A message has at most eight lines: first line, these, the rest in one, a warning, and the sources. */
const MOST_LINES = 4;
const MOST_NAMED = 6;

/** What a chat is told of its alerts, all in one message: the number first, what has changed, and what can be done. */
export function alertReply(news: readonly AlertNews[], context: AlertContext): Reply {
  const [first, ...others] = news;
  if (first === undefined) throw new RangeError('nothing to tell');
  const only = others.length === 0 ? first : null;
  return {
    blocks: [
      ...(only === null ? manyBlocks(news, context) : oneBlocks(only, context)),
      ...alertSourceBlocks(news, context),
    ],
    chart: null,
    choices: choicesOf(only, context),
    topic: only === null ? NO_TOPIC : topicOf(only),
    snapshots: uniqueBy(
      news.flatMap(({ observation }) => observation.figures?.snapshot.id ?? []),
      String,
    ),
    ...alertList(news),
  };
}

function oneBlocks(news: AlertNews, { directory, rules }: AlertContext): readonly Block[] {
  const { measure } = news;
  const agency = directory.get(measure.agency);
  const when = measure.period === null ? '' : `, ${periodName(parsePeriodKey(measure.period))}`;
  const number = capital(numberOf(measure.rule, measure.amount));
  const event = `${capital(eventOf(news))}${orderedText(news)}`;
  const action = actionOf(news, rules);
  return [
    {
      kind: 'headline',
      line: [{ strong: number }, ` ${subjectOf(measure, rules)} — ${agency.name}${when}`],
    },
    { kind: 'text', line: [{ strong: event }, `${detailsOf(news)}.`] },
    ...(action === null ? [] : [{ kind: 'text', line: [`${capital(action)}.`] } as const]),
  ];
}

/** Where a limit is ordered: " (Chương trình hành động 12823/CTr-UBND)"; '' for one that nobody ordered. */
function orderedText(news: AlertNews): string {
  const source = news.reason === 'recovered' ? undefined : orderOf(news);
  return source === undefined ? '' : ` (${source})`;
}

function orderOf(news: AlertNews): string | undefined {
  switch (news.measure.rule) {
    case 'onlinePace':
      return news.observation.figures?.online?.target.source;
    case 'overdueRate':
    case 'forecast':
      return limitReached(news)?.source;
    case 'headroom':
    case 'longOverdue':
    case 'pendingRise':
      return undefined;
  }
}

function limitReached({ after, observation }: AlertNews) {
  return observation.figures?.limits.find(({ threshold }) => threshold === after?.bound);
}

/** " — 12/1.176 hồ sơ; lần báo trước 0,94%". */
function detailsOf(news: AlertNews): string {
  const { rule, amount } = news.measure;
  const counts = countsOf(rule, amount);
  const told = toldOf(news);
  const parts = [counts, told].filter((part) => part !== null);
  return parts.length === 0 ? '' : ` — ${parts.join('; ')}`;
}

function manyBlocks(news: readonly AlertNews[], context: AlertContext): readonly Block[] {
  const bad = news.filter(({ reason }) => reason !== 'recovered').length;
  const good = news.length - bad;
  const counts = [
    ...(bad > 0 ? [`${count(bad)} cảnh báo`] : []),
    ...(good > 0 ? [`${count(good)} mục đã cải thiện`] : []),
  ].join(' · ');
  // The rest in one line must be more than one.
  const shown = news.length === MOST_LINES + 1 ? news : news.slice(0, MOST_LINES);
  const rest = news.slice(shown.length);
  return [
    {
      kind: 'headline',
      line: [{ strong: counts }, `${periodText(news)} — ${momentWords(context.now)}`],
    },
    { kind: 'list', items: shown.map((one) => itemOf(one, context)) },
    ...(rest.length === 0 ? [] : [{ kind: 'text', line: [restText(rest, context)] } as const]),
  ];
}

/** ", năm 2026", where all are of one period. */
function periodText(news: readonly AlertNews[]): string {
  const periods = new Set(news.flatMap(({ measure }) => measure.period ?? []));
  const [only] = periods;
  return only === undefined || periods.size > 1 ? '' : `, ${periodName(parsePeriodKey(only))}`;
}

function itemOf(news: AlertNews, { directory, rules }: AlertContext): Line {
  const { rule, amount, agency } = news.measure;
  const action = shortActionOf(news, rules);
  const words = ` ${subjectOf(news.measure, rules)}: ${eventOf(news)}${detailsOf(news)}`;
  return [
    { strong: `${directory.get(agency).shortName} ${numberOf(rule, amount)}` },
    `${words}${action === null ? '' : ` — ${action}`}`,
  ];
}

/** "Và 9 mục khác: Diên An 1,20%, …". */
function restText(rest: readonly AlertNews[], { directory }: AlertContext): string {
  const named = rest.slice(0, MOST_NAMED).map(({ measure: { agency, rule, amount } }) => {
    return `${directory.get(agency).shortName} ${numberOf(rule, amount)}`;
  });
  const more = rest.length > named.length ? ' …' : '';
  return `Và ${count(rest.length)} mục khác: ${named.join(', ')}${more}`;
}

function choicesOf(only: AlertNews | null, { directory }: AlertContext): readonly Choice[] {
  return [
    ...(only?.reason === 'recovered' ? [] : [{ label: 'Đã nắm', send: '/canh-bao đã nắm' }]),
    { label: 'Tạm dừng đến sáng mai', send: '/canh-bao tạm dừng' },
    ...(only === null ? [] : [detailOf(only, directory.get(only.measure.agency))]),
  ];
}

function detailOf({ measure: { rule } }: AlertNews, agency: Agency): Choice {
  const name = exactName(agency);
  switch (rule) {
    case 'longOverdue':
      return { label: 'Xem hồ sơ quá hạn', send: `/qua-han ${name}` };
    case 'onlinePace':
      return { label: 'Xem chi tiết', send: `/truc-tuyen ${name}` };
    case 'pendingRise':
      return { label: 'Xem chi tiết', send: `/ho-so ${name}` };
    case 'overdueRate':
    case 'forecast':
    case 'headroom':
      return { label: 'Xem chi tiết', send: `/tre-han ${name}` };
  }
}

function topicOf({ measure, observation }: AlertNews): Topic {
  const { figures } = observation;
  return {
    agency: measure.agency,
    period: measure.period ?? (figures === null ? null : periodKey(figures.period)),
    metric: measure.rule === 'onlinePace' ? 'online' : 'overdue',
  };
}
