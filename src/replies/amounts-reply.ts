import { periodKey } from '../calendar/periods.ts';
import type {
  AmountDifference,
  AmountName,
  AmountsAnswer,
  AmountSide,
  AmountsHeld,
} from '../queries/amounts.ts';
import type { ChartRequest } from './chart-request.ts';
import { COUNT_WORDS } from './count-words.ts';
import { sideDoubts } from './doubt-lines.ts';
import { impossibleHeadline } from './impossible-period.ts';
import { METRIC_WORDS } from './metric-words.ts';
import { count, dong, percent } from './numbers.ts';
import { markText, sideTimelinessBlocks } from './period-block.ts';
import { periodName } from './period-names.ts';
import type { Block, Line, Reply } from './reply.ts';
import { capital, listed } from './sentence.ts';
import { sideChoices, withoutBlocks } from './side-choices.ts';
import { type SideNames, sideNames } from './side-names.ts';
import { distinct, sourceBlock, sourceText } from './source-line.ts';
import { unlikeBlocks } from './unlike-lines.ts';

const AMOUNT_WORDS: Readonly<Record<AmountName, string>> = {
  ...COUNT_WORDS,
  transactions: 'giao dịch',
  amountVnd: 'số tiền',
};

/** The reply to /so-sanh of dossiers or payments: counts beside counts, with the difference absolute and in percent. */
export function amountsReply(answer: AmountsAnswer, notes: readonly Block[] = []): Reply {
  const names = sideNames(answer.sides);
  const snapshots = snapshotsOf(answer);
  const [first] = answer.sides;
  return {
    blocks: [
      { kind: 'headline', line: headline(answer, names) },
      ...notes,
      ...tableBlock(answer, names),
      ...missingBlocks(answer, names),
      ...answer.held.flatMap((held) => differenceBlock(held, names)),
      ...unlikeBlocks(
        answer.held.map(({ side, base, unlike }) => ({
          pair: [names.short(side), names.short(base)],
          unlike,
        })),
      ),
      ...sideDoubts(answer),
      ...withoutBlocks(answer),
      ...sideTimelinessBlocks(answer.sides, names.full),
      ...(snapshots.length === 0 ? [] : [sourceBlock(snapshots)]),
    ],
    chart: amountsChart(answer, names),
    choices: snapshots.length === 0 && answer.impossible === null ? [] : sideChoices(answer, names),
    topic: {
      agency: first?.agency.id ?? null,
      period: first === undefined || first.period === null ? null : periodKey(first.period),
      metric: answer.metric,
    },
    snapshots: snapshots.map(({ id }) => id),
  };
}

/** "**14.114** · **6.372** đã giải quyết": the first amount that every side with figures has. */
function headline(answer: AmountsAnswer, names: SideNames): Line {
  const { sides, metric } = answer;
  const name = leadingAmount(answer);
  if (answer.impossible !== null) return impossibleHeadline(answer.impossible, metric);
  if (name === null) {
    const whose = listed([...new Set(sides.map(({ agency }) => agency.name))]);
    return [
      { strong: 'Chưa có số liệu' },
      ` ${METRIC_WORDS[metric]} — ${whose}${names.onePeriod ? names.shared : ''}`,
    ];
  }
  const spans = sides.flatMap((side, at) => [
    `${at === 0 ? '' : ' · '}${names.short(side)} `,
    { strong: valueText(side, name) },
  ]);
  return [...spans, ` — ${subject(answer, name)}${names.shared}`];
}

function subject({ metric }: AmountsAnswer, name: AmountName): string {
  return metric === 'dossiers'
    ? `hồ sơ ${AMOUNT_WORDS[name]}`
    : `${AMOUNT_WORDS[name]} ${METRIC_WORDS[metric]}`;
}

/** The first amount that every side with figures has, so that like stands beside like. */
function leadingAmount({ names, sides }: AmountsAnswer): AmountName | null {
  const filled = sides.filter(({ found }) => found !== null);
  return (
    names.find((name) => filled.every(({ found }) => found?.values.has(name))) ?? names[0] ?? null
  );
}

function valueText({ found, timeliness }: AmountSide, name: AmountName): string {
  const value = found?.values.get(name);
  if (value === undefined) return 'chưa có số liệu';
  return `${amountText(name, value)}${markText(timeliness)}`;
}

function amountText(name: AmountName, value: number): string {
  return name === 'amountVnd' ? dong(value) : count(value);
}

function tableBlock({ names: amounts, sides }: AmountsAnswer, names: SideNames): readonly Block[] {
  const filled = sides.filter(({ found }) => found !== null);
  if (filled.length === 0) return [];
  const rows = amounts.map((name) => [
    capital(AMOUNT_WORDS[name]),
    ...filled.map(({ found }) => {
      const value = found?.values.get(name);
      return value === undefined ? '–' : amountText(name, value);
    }),
  ]);
  return [{ kind: 'table', header: ['', ...filled.map((side) => names.short(side))], rows }];
}

/** Which side has no such figures, and for which periods there are some. */
function missingBlocks({ sides, metric }: AmountsAnswer, names: SideNames): readonly Block[] {
  return sides.flatMap((side): Block[] => {
    if (side.found !== null) return [];
    const words =
      side.available.length === 0
        ? `chưa nguồn nào cung cấp ${METRIC_WORDS[metric]}`
        : `chưa có số liệu kỳ này; hiện có ${listed(side.available.slice(0, 4).map(periodName))}`;
    return [{ kind: 'text', line: [`${names.full(side)}: ${words}.`] }];
  });
}

/** "Cam Ranh so với Nha Trang: đã giải quyết ít hơn 7.742 (54,85%); …". */
function differenceBlock(
  { side, base, differences }: AmountsHeld,
  names: SideNames,
): readonly Block[] {
  if (differences.length === 0) return [];
  const words = differences.map(differenceText).join('; ');
  return [{ kind: 'text', line: [`${names.short(side)} so với ${names.short(base)}: ${words}.`] }];
}

function differenceText({ name, by, relative }: AmountDifference): string {
  if (by === 0) return `${AMOUNT_WORDS[name]} bằng nhau`;
  const share = relative === null ? '' : ` (${percent(Math.abs(relative))})`;
  return `${AMOUNT_WORDS[name]} ${by > 0 ? 'nhiều hơn' : 'ít hơn'} ${amountText(name, Math.abs(by))}${share}`;
}

function snapshotsOf({ sides }: AmountsAnswer) {
  return distinct(sides.flatMap(({ found }) => (found === null ? [] : [found.snapshot])));
}

/** The leading amount as bars; null unless two sides have it. */
function amountsChart(answer: AmountsAnswer, names: SideNames): ChartRequest | null {
  const name = leadingAmount(answer);
  if (name === null) return null;
  const bars = answer.sides.map((side) => ({
    label: names.short(side),
    value: side.found?.values.get(name) ?? null,
    valueLabel: valueText(side, name),
    detail: '',
    marked: false,
  }));
  if (bars.filter(({ value }) => value !== null).length < 2) return null;
  return {
    kind: 'ranking',
    title: bars.map(({ label, valueLabel }) => `${label} ${valueLabel}`).join(' · '),
    subtitle: `${capital(subject(answer, name))}${names.shared}`,
    source: sourceText(snapshotsOf(answer)),
    bars,
    limit: null,
  };
}
