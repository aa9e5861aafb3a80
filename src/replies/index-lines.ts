import { asPeriod } from '../calendar/calendar-period.ts';
import { type GroupScore, neededForPoint, type UnlikeScores } from '../figures/index-score.ts';
import type { IndexAnswer, IndexBefore } from '../queries/index-answer.ts';
import { GROUP_WORDS, lackingText, nameOf, neededText, pointsText } from './index-words.ts';
import { periodName } from './period-names.ts';
import type { Line } from './reply.ts';
import { capital, listed } from './sentence.ts';

/** Causes named of one group: the largest ones, so that a phone shows all groups. */
const CAUSES_SHOWN = 2;

/** "Mất 35,38 điểm, nhiều nhất ở Số hóa hồ sơ (12,66) và Công khai, minh bạch (10,29)". */
export function lossText({ total, groups }: IndexAnswer): string | null {
  const losing = groups.filter(({ lost }) => lost !== null && lost > 0).slice(0, 2);
  if (losing.length === 0) return null;
  const most = losing.map(({ group, lost }) => `${GROUP_WORDS[group]} (${pointsText(lost ?? 0)})`);
  const all = total === null ? 'Mất điểm' : `Mất ${pointsText(10_000 - total)} điểm,`;
  return `${all} nhiều nhất ở ${listed(most)}.`;
}

/** "**Tiến độ giải quyết 18/20**, mất 2 điểm = 4.288/42.880 hồ sơ trễ hạn; cứ thêm 2.144 hồ sơ đúng hạn được 1 điểm". */
export function groupLine(group: GroupScore): Line {
  const title = GROUP_WORDS[group.group];
  if (group.score === null) return [{ strong: title }, ': chưa có số liệu'];
  const max = group.max === null ? '' : `/${pointsText(group.max)}`;
  const got = { strong: `${title} ${pointsText(group.score)}${max}` };
  if (group.lost === null || group.lost === 0) return [got];
  const causes = causesOf(group);
  const isCounted = group.group === 'progress' && group.denominator !== 0;
  const sign = isCounted ? ' = ' : ': ';
  const why = causes.length === 0 ? '' : `${sign}${causes.join('; ')}`;
  return [got, `, mất ${pointsText(group.lost)} điểm${why}`];
}

function causesOf(group: GroupScore): readonly string[] {
  if (group.group === 'progress') return progressCauses(group);
  const scored = group.parts.filter(({ lost }) => lost !== null && lost > 0);
  const counted = group.parts.filter(({ max }) => max === null);
  const causes = [...scored, ...counted].flatMap(causeOf);
  return [...unscored(group), ...causes].slice(0, CAUSES_SHOWN);
}

function progressCauses(group: GroupScore): readonly string[] {
  if (group.denominator === 0) return ['không phát sinh hồ sơ'];
  const lacking = lackingText(group);
  const needed = neededForPoint(group);
  return [...(lacking === null ? [] : [lacking]), ...(needed === null ? [] : [neededText(needed)])];
}

/** "4 điểm do 42.880/42.880 hồ sơ chưa số hóa"; a part without points of its own only by its counts. */
function causeOf(part: GroupScore['parts'][number]): readonly string[] {
  const lacking = lackingText(part);
  if (part.lost === null) return lacking === null ? [] : [lacking];
  return [
    `${pointsText(part.lost)} điểm ${lacking === null ? `ở “${nameOf(part)}”` : `do ${lacking}`}`,
  ];
}

/** Parts the portal gave no points for: they are missing in its total, and are not 0. */
function unscored({ parts }: GroupScore): readonly string[] {
  const open = parts.filter(({ score, max }) => score === null && max !== null && max > 0);
  if (open.length === 0) return [];
  const points = open.reduce((sum, { max }) => sum + (max ?? 0), 0);
  const why = open.every(({ denominator }) => denominator === 0) ? ' vì không phát sinh' : '';
  return [`Cổng chưa chấm ${pointsText(points)} điểm${why} (${open.map(nameOf).join('; ')})`];
}

/** Why two sets of scores are not compared. */
export const UNLIKE_WORDS: Readonly<Record<UnlikeScores, string>> = {
  missing: 'có nhóm chỉ một kỳ có số liệu',
  maximum: 'điểm tối đa đã đổi',
  flags: 'có số tạm ở một kỳ',
};

/** "Tăng 1,57 điểm so với tháng 9/2026: Tiến độ giải quyết +0,8; Số hóa hồ sơ +0,38", or why it cannot be said. */
export function changeText({ period, unlike, points, groups }: IndexBefore): string | null {
  const before = periodName(asPeriod(period));
  if (unlike.length > 0) {
    const reasons = unlike.map((reason) => UNLIKE_WORDS[reason]);
    return `Không so sánh được với ${before}: ${listed(reasons)}.`;
  }
  if (points === null) return null;
  const moved = groups
    .slice(0, 3)
    .map(({ group, points: by }) => `${GROUP_WORDS[group]} ${by > 0 ? '+' : ''}${pointsText(by)}`);
  const how = moved.length === 0 ? '' : `: ${moved.join('; ')}`;
  return `${capital(movedText(points))} so với ${before}${how}.`;
}

function movedText(points: number): string {
  if (points === 0) return 'không đổi';
  return `${points < 0 ? 'giảm' : 'tăng'} ${pointsText(Math.abs(points))} điểm`;
}
