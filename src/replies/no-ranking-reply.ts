import type { Agency } from '../agencies/agency.ts';
import { agencyQuestion, type Asking, questionText } from '../asking/question-text.ts';
import { isImpossible } from '../calendar/period.ts';
import type { Metric } from '../figures/metric.ts';
import type { NoRanking } from '../queries/covered-periods.ts';
import { peersOfLevel, rankedAmong } from './agency-names.ts';
import { vainPeriod, vainText } from './impossible-period.ts';
import { METRIC_WORDS } from './metric-words.ts';
import { day } from './numbers.ts';
import { periodName } from './period-names.ts';
import { type Block, type Choice, type Line, type Reply, textBlocks, textReply } from './reply.ts';
import { capital } from './sentence.ts';

type Asked = Asking & { readonly metric: Metric };

/** Beside that: who has figures of them all together. */
type Beside = { readonly whole: Agency | null; readonly notes: readonly Block[] };

/** Said when no period has figures for most of the agencies; of a level that is no more, since when. */
export function noRankingReply(missing: NoRanking, asking: Asked, { whole, notes }: Beside): Reply {
  const { available } = missing;
  const instead =
    available.length === 0
      ? []
      : [`Xếp hạng được: ${available.slice(0, 6).map(periodName).join(', ')}.`];
  const parts = whole === null ? [] : ['Kỳ này có số chung của các đơn vị đó, chọn bên dưới.'];
  return textReply(
    [
      { kind: 'headline', line: headline(missing, asking) },
      ...textBlocks([...parts, ...instead]),
      ...notes,
    ],
    [
      ...wholeChoices(missing, asking, whole),
      ...available.slice(0, 4).map((period) => ({
        label: capital(periodName(period)),
        send: questionText('xep-hang', { ...asking, periods: [period] }),
      })),
      ...successorChoices(missing, asking),
    ],
  );
}

/** "Số chung: UBND cấp xã thuộc thành phố Nha Trang, 6 tháng đầu năm 2023". */
function wholeChoices(
  { asked }: NoRanking,
  { metric }: Asked,
  whole: Agency | null,
): readonly Choice[] {
  if (whole === null || asked === null || isImpossible(asked)) return [];
  const label = `Số chung: ${whole.name}, ${periodName(asked)}`;
  return [{ label, send: agencyQuestion(metric, whole, asked) }];
}

function headline({ asked, goneSince }: NoRanking, { metric, among = null }: Asked): Line {
  const what = METRIC_WORDS[metric];
  if (!isImpossible(asked) && goneSince !== null && among?.within === null) {
    const gone = `Từ ${day(goneSince)} không còn ${rankedAmong(kindOf(among), null)}`;
    return [{ strong: gone }, ` — xếp hạng ${what}${vainPeriod(asked, ' ')}`];
  }
  const subject = `${isImpossible(asked) ? '— xếp hạng ' : ''}${what}${vainPeriod(asked, ' ')}`;
  return [{ strong: vainText(asked, 'Chưa đủ số liệu để xếp hạng') }, ` ${subject}`];
}

/** What there is under the province when the level asked for is no more. */
function successorChoices({ asked, goneSince }: NoRanking, asking: Asked): readonly Choice[] {
  if (goneSince === null || asked === null || isImpossible(asked)) return [];
  if (asking.among?.within !== null || asking.among.level === 'commune') return [];
  const among = { level: 'commune', within: null } as const;
  return [
    {
      label: `${capital(peersOfLevel(among.level))}, ${periodName(asked)}`,
      send: questionText('xep-hang', { ...asking, among, periods: [asked] }),
    },
  ];
}

function kindOf({ level, type = null }: NonNullable<Asking['among']>) {
  return { level: level === 'any' ? null : level, type };
}
