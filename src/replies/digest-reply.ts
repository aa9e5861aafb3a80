import { exactName } from '../asking/question-text.ts';
import { dayOf } from '../clock.ts';
import { mostTelling } from '../figures/telling-limit.ts';
import type { Digest } from '../queries/digest.ts';
import { type RateState, snapshotOf } from '../queries/rate.ts';
import type { DueUnit } from '../queries/units-below.ts';
import { digestChart } from './digest-chart.ts';
import { TOTAL_CODES } from './doubt-lines.ts';
import { dueCountsText, gapTexts, listSourceBlocks, namedList } from './due-words.ts';
import { againstLimit } from './limit-words.ts';
import { count, day, percent } from './numbers.ts';
import { periodTitle } from './period-block.ts';
import { type Choice, NO_TOPIC, type Reply, textBlocks } from './reply.ts';
import { capital } from './sentence.ts';
import { documentName } from './source-line.ts';

/** Names a phone shows in a line; the others are counted. */
const MOST_NAMES = 5;
const WORST = 3;

/** The leaders' digest: the number first, at most eight lines, whoever is to be called named. */
export function digestReply(digest: Digest): Reply {
  const { agency, list, rate } = digest;
  const counts = capital(dueCountsText(list.counts));
  const cited = rate?.rates[0] === undefined ? [] : [snapshotOf(rate.rates[0].state)];
  return {
    blocks: [
      {
        kind: 'headline',
        line: [{ strong: counts }, ` — ${agency.name}, ${day(dayOf(list.now))}`],
      },
      ...textBlocks([worstText(digest), changeText(digest), receiptText(digest), rateText(digest)]),
      ...listSourceBlocks(list, [
        ...gapTexts(list),
        ...cited.map((snapshot) => documentName(snapshot)),
      ]),
    ],
    chart: digestChart(digest),
    choices: choicesOf(digest),
    topic: { ...NO_TOPIC, agency: agency.id },
    snapshots: cited.map(({ id }) => id),
    ...namedList(list),
  };
}

/** "Quá hạn nhiều nhất: Lộc Thọ 12, Vĩnh Hải 7, Cam Lâm 5 (trong 45 đơn vị có hồ sơ quá hạn)." */
function worstText({ parts }: Digest): string | null {
  const late = parts.filter(({ counts }) => counts.overdue > 0);
  if (late.length < 2) return null;
  const named = late
    .slice(0, WORST)
    .map(({ agency, counts }) => `${agency.shortName} ${count(counts.overdue)}`);
  const among = late.length > WORST ? ` (trong ${count(late.length)} đơn vị có hồ sơ quá hạn)` : '';
  return `Quá hạn nhiều nhất: ${named.join(', ')}${among}.`;
}

/** "So với cùng giờ ngày làm việc trước: 4 hồ sơ mới quá hạn, 9 hồ sơ trong danh sách đã xong." */
function changeText({ newlyLate, cleared }: Digest): string {
  const changes = [
    newlyLate === 0 ? 'không có hồ sơ mới quá hạn' : `${count(newlyLate)} hồ sơ mới quá hạn`,
    ...(cleared === 0 ? [] : [`${count(cleared)} hồ sơ trong danh sách đã xong`]),
  ];
  return `So với cùng giờ ngày làm việc trước: ${changes.join(', ')}.`;
}

/** "7/10 nhóm đã xác nhận danh sách sáng nay; chưa xác nhận: Lộc Thọ, Vĩnh Hải, Cam Lâm." */
function receiptText({ receipts: { sent, open } }: Digest): string | null {
  if (sent.length === 0) return null;
  const said = `${count(sent.length - open.length)}/${count(sent.length)} nhóm đã xác nhận danh sách sáng nay`;
  if (open.length === 0) return `${said}.`;
  const names = open.slice(0, MOST_NAMES).map(({ shortName }) => shortName);
  const rest = open.length - names.length;
  const more = rest === 0 ? '' : ` và ${count(rest)} nhóm khác`;
  return `${said}; chưa xác nhận: ${names.join(', ')}${more}.`;
}

/** "Tỷ lệ trễ hạn báo cáo mới nhất: 0,77%, năm 2023 — dưới mục tiêu 1%; số liệu đã quá một năm." */
function rateText({ rate }: Digest): string | null {
  const [first] = rate?.rates ?? [];
  if (rate === null || first === undefined) return null;
  const { state, standings } = first;
  const { recomputed } = rate;
  const judged = mostTelling(standings);
  const sum =
    recomputed === null ? '' : ` (các đơn vị cộng lại: ${percent(recomputed.hundredths)})`;
  const verdict = judged === undefined ? '' : ` — ${againstLimit(judged)}`;
  return `Tỷ lệ trễ hạn báo cáo mới nhất: ${stateText(state)}, ${periodTitle(rate)}${sum}${verdict}${doubtText(rate)}.`;
}

/** What makes the rate doubtful, in a digest's few words. */
function doubtText({ timeliness, doubts }: NonNullable<Digest['rate']>): string {
  const old = timeliness.stale ? '; số liệu đã quá một năm' : '';
  const isOdd = doubts.some(({ finding }) => !TOTAL_CODES.includes(finding.code));
  return `${old}${isOdd ? '; số liệu có chỗ chưa khớp (/doi-chieu)' : ''}`;
}

function stateText(state: RateState): string {
  return state.kind === 'rate' ? percent(state.rate.hundredths) : 'không phát sinh hồ sơ';
}

function choicesOf({ agency, list, parts }: Digest): readonly Choice[] {
  const late = list.counts.overdue > 0;
  return [
    ...(late ? [{ label: 'Hồ sơ quá hạn', send: `/qua-han ${exactName(agency)}` }] : []),
    ...parts
      .filter((part) => part.agency.id !== agency.id)
      .slice(0, 2)
      .map(choiceOf),
  ];
}

function choiceOf({ agency }: DueUnit): Choice {
  return { label: agency.shortName, send: `/sap-den-han ${exactName(agency)}` };
}
