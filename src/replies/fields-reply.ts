import { agencyQuestion } from '../asking/question-text.ts';
import { periodKey } from '../calendar/periods.ts';
import { isKept, type Limit } from '../figures/limit.ts';
import type { FieldRate, FieldsAnswer } from '../queries/by-field.ts';
import { publishedRate } from '../queries/rate.ts';
import type { SnapshotHead } from '../snapshots/snapshot.ts';
import { limitLine } from './chart-limit.ts';
import type { ChartRequest } from './chart-request.ts';
import { doubtBlocks } from './doubt-lines.ts';
import { fieldHeadline } from './field-headline.ts';
import { numberChart, numberedFields, numberHeadline, numberRow } from './fields-by-number.ts';
import { formulaBlocks } from './formula-lines.ts';
import { breakingWords, keepingWords } from './limit-words.ts';
import { formulaWords } from './metric-words.ts';
import { count, percent, quotient } from './numbers.ts';
import { periodBlock, periodTitle } from './period-block.ts';
import { bar } from './rate-chart.ts';
import type { Block, Line, Reply } from './reply.ts';
import { restatedTableBlocks } from './restated-lines.ts';
import { distinct, sourceBlock, sourceText } from './source-line.ts';
import { statedChangeText } from './stated-change.ts';

/** The reply to /linh-vuc: fields of work, worst first. */
export function fieldsReply(
  answer: FieldsAnswer,
  limit: Limit | null,
  notes: readonly Block[] = [],
): Reply {
  const used = [...answer.fields.map(({ reading }) => reading), ...answer.statements];
  const told = {
    headline: fieldHeadline(answer),
    rows: [...answer.fields.map(row), ...statementRows(answer)],
    beneath: [...formulaBlocks(computedFormulas(answer)), ...limitBlocks(answer, limit)],
    chart: fieldsChart(answer, limit) ?? countsChart(answer),
    used: used.map(({ snapshot }) => snapshot),
  };
  return laidOut(answer, told, notes);
}

/** The reply to /linh-vuc where the number of dossiers is asked for; of what has none, what is late is told, and that. */
export function fieldsByNumberReply(
  answer: FieldsAnswer,
  { limit, order }: { readonly limit: Limit | null; readonly order: 'most' | 'least' | null },
  notes: readonly Block[] = [],
): Reply {
  const fields = numberedFields(answer);
  if (fields.length === 0) return fieldsReply(answer, limit, [...notes, NO_NUMBERS]);
  const told = {
    headline:
      answer.asked?.names.size === 0
        ? fieldHeadline(answer)
        : numberHeadline(answer, fields, order),
    rows: (order === 'least' ? fields.toReversed() : fields).map(numberRow),
    beneath: [],
    chart: numberChart(answer, fields),
    used: fields.map(({ reading }) => reading.snapshot),
  };
  return laidOut(answer, told, notes);
}

const NO_NUMBERS: Block = {
  kind: 'note',
  line: ['Nguồn không ghi số hồ sơ tiếp nhận theo lĩnh vực; đây là hồ sơ trễ hạn.'],
};

/** What is told of the fields, and the tables it is from. */
type Told = {
  readonly headline: Line;
  readonly rows: readonly Line[];
  readonly beneath: readonly Block[];
  readonly chart: ChartRequest | null;
  readonly used: readonly SnapshotHead[];
};

function laidOut(answer: FieldsAnswer, told: Told, notes: readonly Block[]): Reply {
  const snapshots = distinct(told.used);
  return {
    blocks: [
      { kind: 'headline', line: told.headline },
      ...notes,
      ...insteadBlocks(answer),
      { kind: 'list', items: told.rows },
      ...told.beneath,
      ...restatedTableBlocks(answer.restated),
      ...doubtBlocks(answer.doubts),
      periodBlock(answer),
      sourceBlock(
        snapshots,
        snapshots.map(({ id }) => placeOf(answer, id)),
      ),
    ],
    chart: told.chart,
    choices: [
      { label: 'Toàn cơ quan', send: agencyQuestion('overdue', answer.agency, answer.period) },
    ],
    topic: { agency: answer.agency.id, period: periodKey(answer.period), metric: 'overdue' },
    snapshots: snapshots.map(({ id }) => id),
  };
}

/** Where in its document a published figure stands, if not at the place of the table. */
function placeOf({ statements }: FieldsAnswer, id: number): string | null {
  return statements.find(({ snapshot }) => snapshot.id === id)?.statement.place ?? null;
}

/** Of rates that follow from counts; each that is stated names its own. */
function computedFormulas({ fields }: FieldsAnswer) {
  return fields.map(({ state }) => (state?.kind === 'rate' ? state.rate.formula : null));
}

/** "Mục tiêu dưới 1%: 1/2 lĩnh vực từ 1% trở lên.": of those that have a rate. */
function limitBlocks({ fields, statements }: FieldsAnswer, limit: Limit | null): readonly Block[] {
  const computed = fields.flatMap(({ state }) => (state?.kind === 'rate' ? [state.rate] : []));
  const rates = [...computed, ...statements.flatMap((one) => publishedRate(one) ?? [])];
  if (limit === null || rates.length === 0) return [];
  const over = rates.filter((rate) => !isKept(limit, rate)).length;
  const words = `Mục tiêu ${keepingWords(limit)}: ${String(over)}/${String(rates.length)} lĩnh vực ${breakingWords(limit)}.`;
  return [{ kind: 'text', line: [words] }];
}

/** A field that is not there: those that are follow. */
function insteadBlocks({ asked }: FieldsAnswer): readonly Block[] {
  if (asked === null || asked.names.size > 0) return [];
  return [{ kind: 'text', line: ['Có số liệu các lĩnh vực sau:'] }];
}

function row({ field, state }: FieldRate): Line {
  if (state?.kind !== 'rate')
    return [`${field}: ${state === null ? 'chưa đủ số liệu' : 'không phát sinh'}`];
  const { fraction } = state.rate;
  const counts =
    fraction === null ? '' : ` (${quotient(fraction.numerator, fraction.denominator)})`;
  return [`${field}: `, { strong: percent(state.rate.hundredths) }, counts];
}

/** Fields of which only a rate (or only a count) was published, with what the document says of their change. */
function statementRows({ statements }: FieldsAnswer): readonly Line[] {
  return statements.map(({ statement }) => {
    const { field, rate, numerator, formula } = statement;
    const counted = numerator === null ? null : `${count(numerator)} hồ sơ trễ hạn`;
    const name = `${field ?? ''}: `;
    const changes = statement.changes.map((change) => ` · ${statedChangeText(change)}`).join('');
    if (rate === null) {
      const first = { strong: counted ?? 'chưa có số liệu' };
      return [name, first, ` (theo báo cáo, không công bố tỷ lệ)${changes}`];
    }
    const basis = ['theo báo cáo', formulaWords(formula), counted].filter((text) => text !== null);
    return [name, { strong: percent(rate) }, ` (${basis.join('; ')})${changes}`];
  });
}

/** "Sở KHĐT: cao nhất 0,19%": the name of the field is too long for a title, and stands at the first bar. */
function titleOf({ agency, fields }: FieldsAnswer): string {
  const [worst] = fields;
  return worst?.state?.kind === 'rate'
    ? `${agency.shortName}: lĩnh vực cao nhất ${percent(worst.state.rate.hundredths)}`
    : `${agency.shortName}: trễ hạn theo lĩnh vực`;
}

function isAsked({ asked }: FieldsAnswer, field: string | null): boolean {
  return asked?.names.has(field ?? '') === true;
}

/** The numbers of late dossiers where no rates can be drawn: many documents give just these; null for a single field. */
function countsChart(answer: FieldsAnswer): ChartRequest | null {
  const counted = answer.statements.flatMap(({ statement, snapshot }) =>
    statement.numerator === null
      ? []
      : [{ ...statement, snapshot, numerator: statement.numerator }],
  );
  const sorted = counted.toSorted((a, b) => b.numerator - a.numerator);
  const [most] = sorted;
  if (most === undefined || sorted.length < 2) return null;
  return {
    kind: 'byField',
    title: `${answer.agency.shortName}: lĩnh vực nhiều nhất ${count(most.numerator)} hồ sơ trễ hạn`,
    subtitle: `Số hồ sơ trễ hạn theo lĩnh vực (theo báo cáo), ${periodTitle(answer)}`,
    source: sourceText(sorted.map(({ snapshot }) => snapshot)),
    bars: sorted.map(({ field, numerator, rate }) => ({
      label: field ?? '',
      value: numerator,
      valueLabel: count(numerator),
      detail: rate === null ? '' : percent(rate),
      marked: isAsked(answer, field),
    })),
    limit: null,
  };
}

/** Field by field as a picture; null for a single field. */
function fieldsChart(answer: FieldsAnswer, limit: Limit | null): ChartRequest | null {
  if (answer.fields.length < 2) return null;
  const snapshots = answer.fields.map(({ reading }) => reading.snapshot);
  return {
    kind: 'byField',
    title: titleOf(answer),
    subtitle: `Tỷ lệ hồ sơ trễ hạn theo lĩnh vực (%), ${periodTitle(answer)}`,
    source: sourceText(snapshots),
    bars: answer.fields.map(({ field, state }) => bar(field, state, isAsked(answer, field))),
    limit: limitLine(limit),
  };
}
