import { agencyQuestion, exactName, questionText } from '../asking/question-text.ts';
import { isImpossible } from '../calendar/period.ts';
import { parsePeriodKey, periodKey } from '../calendar/periods.ts';
import type { AgencyFindings, ConsistencyAnswer, Remarked } from '../queries/consistency.ts';
import type { Rate } from '../queries/rate.ts';
import type { Severity } from '../snapshots/severity.ts';
import type { SnapshotHead } from '../snapshots/snapshot.ts';
import type { Quarantined } from '../snapshots/store.ts';
import { uniqueBy } from '../unique-by.ts';
import { countedBlocks, countedShown } from './counted-lines.ts';
import { findingText } from './finding-text.ts';
import { vainPeriod, vainText } from './impossible-period.ts';
import { momentWords } from './moment-words.ts';
import { count, percent, quotient } from './numbers.ts';
import { periodChoices, periodNames } from './other-periods.ts';
import { periodName, shortPeriodName } from './period-names.ts';
import { problemText } from './problem-text.ts';
import { rateOrigin } from './rate-lines.ts';
import type { Block, Choice, Line, Reply } from './reply.ts';
import { capital } from './sentence.ts';
import { SEVERITY_WORDS } from './severity-words.ts';
import { distinct, sourceBlock } from './source-line.ts';
import { partText, statedParts } from './stated-parts.ts';

/** How many agencies and lines fit a phone. */
const SHOWN = 4;
const SET_ASIDE_SHOWN = 3;
const GAPS_SHOWN = 3;

/** The reply to /doi-chieu: contradictions first (the deepest is the cause), then unexplained remainders. */
export function consistencyReply(answer: ConsistencyAnswer, notes: readonly Block[] = []): Reply {
  const shown = answer.contradictions.slice(0, SHOWN);
  const isVain = answer.snapshots.length === 0;
  const agencies = [exactName(answer.agency)];
  const snapshots = distinct([
    ...shown.map(({ snapshot }) => snapshot),
    ...countedShown(answer.counted).flatMap(({ reported, counted }) => [reported, counted]),
    ...unaccountedShown(answer),
    ...answer.remarks.map(({ snapshot }) => snapshot),
  ]);
  return {
    blocks: [
      { kind: 'headline', line: headline(answer) },
      ...notes,
      ...weightBlocks(answer),
      ...shown.flatMap(findingBlocks),
      ...countedBlocks(answer.counted),
      ...answer.remarks.flatMap(remarkBlocks),
      ...unaccountedBlocks(answer),
      ...(isVain ? insteadBlocks(answer) : [sourceOf(answer, snapshots)]),
    ],
    chart: null,
    choices: [
      ...uniqueBy(shown.map(choiceOf), ({ send }) => send).slice(0, 3),
      ...fileChoice(answer),
      ...(isVain ? periodChoices('doi-chieu', { agencies }, answer.otherPeriods) : []),
    ],
    topic: { agency: answer.agency.id, period: null, metric: 'overdue' },
    snapshots: snapshots.map(({ id }) => id),
  };
}

/** The whole list, where there is more than the reply shows. */
function fileChoice({ agency, periods, counted, findings }: ConsistencyAnswer): readonly Choice[] {
  if (findings.length + counted.length === 0) return [];
  const possible = periods.filter((period) => !isImpossible(period));
  const question = questionText('doi-chieu', { agencies: [exactName(agency)], periods: possible });
  return [{ label: 'Tải Excel', send: `${question} excel` }];
}

function headline({
  agency,
  periods,
  contradictions,
  counted,
  remarks,
  snapshots,
}: ConsistencyAnswer): Line {
  const when = periods.map((period) => vainPeriod(period, ', ')).join('');
  const what = `đối chiếu số liệu ${agency.name}${when}`;
  if (snapshots.length === 0) {
    const impossible = periods.find(isImpossible) ?? null;
    return [{ strong: vainText(impossible, 'Chưa có bảng số liệu') }, ` — ${what}`];
  }
  const found = [
    [contradictions.length + counted.length, 'chỗ không khớp'],
    [remarks.length, 'điểm cần lưu ý'],
  ] as const;
  const told = found.flatMap(([many, kind]) => (many === 0 ? [] : [`${String(many)} ${kind}`]));
  const end = ` — ${what}${when === '' ? '' : ','} trong ${String(snapshots.length)} bảng số liệu hiện có`;
  return [{ strong: told.length === 0 ? 'Không thấy mâu thuẫn' : told.join(', ') }, end];
}

/** "Lỗi 1 (đã gác lại, không dùng) · cảnh báo 12 · ghi chú 178.", and what was set aside last. */
function weightBlocks({ findings, setAside }: ConsistencyAnswer): readonly Block[] {
  if (findings.length + setAside.count === 0) return [];
  const many = (severity: Severity) =>
    findings.filter((finding) => finding.severity === severity).length;
  const errors = many('error') + setAside.count;
  const weights = [
    `${SEVERITY_WORDS.error} ${count(errors)}${setAside.count > 0 ? ' (không nạp, giữ số cũ)' : ''}`,
    `${SEVERITY_WORDS.warning} ${count(many('warning'))}`,
    `${SEVERITY_WORDS.note} ${count(many('note'))}`,
  ];
  const shown = setAside.newest.slice(0, SET_ASIDE_SHOWN);
  const rest = setAside.count - shown.length;
  const more: Line = [`Còn ${count(rest)} lần không nạp khác trong 7 ngày qua.`];
  const items = [...shown.map(setAsideLine), ...(rest > 0 ? [more] : [])];
  return [
    { kind: 'note', line: [`${capital(weights.join(' · '))}.`] },
    // Notes: what was not taken in is no part of what the figures say.
    ...items.map((line): Block => ({ kind: 'note', line })),
  ];
}

function setAsideLine({ at, source, problems: [first] }: Quarantined): Line {
  const why = first === undefined ? '' : `: ${problemText(first)}`;
  return [`Không nạp từ nguồn ${source} lúc ${momentWords(at)}${why}.`];
}

/** The rate of the agency in the period of the table that is wrong. */
function choiceOf({ agency, snapshot }: AgencyFindings): Choice {
  const period = parsePeriodKey(snapshot.period);
  return {
    label: `${agency.shortName} ${shortPeriodName(period)}`,
    send: agencyQuestion('overdue', agency, period),
  };
}

function findingBlocks(item: AgencyFindings): readonly Block[] {
  const { agency, findings, snapshot } = item;
  const both = bothRates(item);
  const carried = findings.every(({ code }) => code === 'leavesDoNotAddUp');
  const told = carried ? ['do cộng từ tổng sai của đơn vị trực thuộc'] : findings.map(findingText);
  const items = [...both, ...told].map((text): Line => [capital(text)]);
  return [
    {
      kind: 'warning',
      line: [{ strong: agency.name }, `, ${periodName(parsePeriodKey(snapshot.period))}`],
    },
    { kind: 'list', items },
  ];
}

/** What is printed, each rate with its formula where there are several, and what the units give. */
function bothRates({ rates, recomputed }: AgencyFindings): readonly string[] {
  if (recomputed === null || rates.length === 0) return [];
  const printed = rates.map((rate) =>
    rates.length === 1 ? rateText(rate) : `${rateText(rate)} (${rateOrigin(rate)})`,
  );
  const { numerator, denominator } = recomputed.fraction;
  const sum = `${quotient(numerator, denominator)} = ${percent(recomputed.hundredths)}`;
  return [`tỷ lệ trễ hạn công bố ${printed.join(' và ')}, các đơn vị cộng lại ${sum}`];
}

function rateText({ fraction, hundredths }: Rate): string {
  const counts =
    fraction === null ? '' : `${quotient(fraction.numerator, fraction.denominator)} = `;
  return `${counts}${percent(hundredths)}`;
}

/** Where nothing is found, no table is more of a source than the others. */
function sourceOf({ periods }: ConsistencyAnswer, named: readonly SnapshotHead[]): Block {
  if (named.length > 0) return sourceBlock(named);
  const which = periods.length === 0 ? 'mọi bảng số liệu hiện có' : 'các bảng số liệu của kỳ này';
  return { kind: 'source', line: [`Nguồn: ${which} (danh sách: /nguon).`] };
}

function insteadBlocks({ otherPeriods }: ConsistencyAnswer): readonly Block[] {
  if (otherPeriods.length === 0) return [];
  return [{ kind: 'text', line: [`Hiện có: ${periodNames(otherPeriods)}.`] }];
}

/** What a document says against its own numbers, by whose they are and of when. */
function remarkBlocks({ agency, statement, snapshot }: Remarked): readonly Block[] {
  const whose = `, ${periodName(parsePeriodKey(snapshot.period))}`;
  const items = statedParts(statement).map((part): Line => [capital(partText(part))]);
  return [
    { kind: 'warning', line: [{ strong: agency.name }, whose] },
    { kind: 'list', items },
  ];
}

/** The tables of the remainders that are named. */
function unaccountedShown({ unaccounted, findings }: ConsistencyAnswer) {
  const named = unaccounted.slice(0, GAPS_SHOWN);
  return findings.flatMap(({ finding, agency, snapshot }) => {
    const isNamed = named.some(
      ({ of, period }) => of.id === agency.id && periodKey(period) === snapshot.period,
    );
    return finding.code === 'receivedUnaccounted' && isNamed ? [snapshot] : [];
  });
}

/** Received but not placed anywhere: a remark, not an error, so only the largest are named. */
function unaccountedBlocks({ unaccounted }: ConsistencyAnswer): readonly Block[] {
  if (unaccounted.length === 0) return [];
  const largest = unaccounted
    .slice(0, GAPS_SHOWN)
    .map(
      ({ of, unaccounted: gap, received, period }) =>
        `${of.shortName} ${count(gap)}/${count(received)} (${shortPeriodName(period)})`,
    );
  return [
    {
      kind: 'note',
      line: [
        `${String(unaccounted.length)} dòng có số tiếp nhận lớn hơn tổng đã và đang giải quyết, văn bản không giải thích; lớn nhất: ${largest.join(' · ')}.`,
      ],
    },
  ];
}
