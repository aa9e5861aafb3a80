import type { Agency } from '../agencies/agency.ts';
import { agencyQuestion, exactName, questionText } from '../asking/question-text.ts';
import { periodKey } from '../calendar/periods.ts';
import { isKept, type Limit } from '../figures/limit.ts';
import type { FieldRate, FieldsAnswer } from '../queries/by-field.ts';
import type { NoFigures } from '../queries/no-figures.ts';
import { publishedRate } from '../queries/rate.ts';
import { storyBlocks } from './agency-story.ts';
import { limitLine } from './chart-limit.ts';
import type { ChartRequest } from './chart-request.ts';
import { doubtBlocks } from './doubt-lines.ts';
import { fieldHeadline } from './field-headline.ts';
import { formulaBlocks } from './formula-lines.ts';
import { vainPeriod, vainText } from './impossible-period.ts';
import { breakingWords, keepingWords } from './limit-words.ts';
import { formulaWords } from './metric-words.ts';
import { count, percent, quotient } from './numbers.ts';
import { periodBlock, periodTitle } from './period-block.ts';
import { periodName } from './period-names.ts';
import { bar } from './rate-chart.ts';
import type { Block, Line, Reply } from './reply.ts';
import { restatedTableBlocks } from './restated-lines.ts';
import { capital } from './sentence.ts';
import { distinct, sourceBlock, sourceText } from './source-line.ts';
import { statedChangeText } from './stated-change.ts';

/** The reply to /linh-vuc: fields of work, worst first. */
export function fieldsReply(
  answer: FieldsAnswer,
  limit: Limit | null,
  notes: readonly Block[] = [],
): Reply {
  const used = [...answer.fields.map(({ reading }) => reading), ...answer.statements];
  const snapshots = distinct(used.map(({ snapshot }) => snapshot));
  return {
    blocks: [
      { kind: 'headline', line: fieldHeadline(answer) },
      ...notes,
      ...insteadBlocks(answer),
      { kind: 'list', items: [...answer.fields.map(row), ...statementRows(answer)] },
      ...formulaBlocks(computedFormulas(answer)),
      ...limitBlocks(answer, limit),
      ...restatedTableBlocks(answer.restated),
      ...doubtBlocks(answer.doubts),
      periodBlock(answer),
      sourceBlock(
        snapshots,
        snapshots.map(({ id }) => placeOf(answer, id)),
      ),
    ],
    chart: fieldsChart(answer, limit) ?? countsChart(answer),
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

/** What there is where nothing is split by field: agencies within that have fields; and the field that was asked about. */
export type InsteadOfFields = {
  readonly owners: readonly Agency[];
  readonly field: { readonly text: string } | null;
};

/** Said when nothing is split by field: those within that are, and the agency's own figures, are one tap away. */
export function noFieldsReply(
  missing: NoFigures,
  { owners, field }: InsteadOfFields,
  notes: readonly Block[] = [],
): Reply {
  const { agency, asked, available, story } = missing;
  return {
    blocks: [
      {
        kind: 'headline',
        line: [
          { strong: vainText(asked, 'Chưa có số liệu theo lĩnh vực') },
          ` — ${asked?.kind === 'impossible' ? 'lĩnh vực của ' : ''}${agency.name}${vainPeriod(asked, ' ')}`,
        ],
      },
      { kind: 'text', line: [knownText(missing, owners)] },
      ...notes,
      ...storyBlocks(agency.name, story),
    ],
    chart: null,
    choices: [
      ...available.slice(0, MOST_PERIODS).map((period) => ({
        label: capital(periodName(period)),
        send: questionText('linh-vuc', { field, agencies: [exactName(agency)], periods: [period] }),
      })),
      ...owners.slice(0, MOST_OWNERS).map((owner) => ({
        label: `Lĩnh vực của ${owner.shortName}`,
        send: questionText('linh-vuc', { agencies: [exactName(owner)] }),
      })),
      { label: 'Toàn cơ quan', send: agencyQuestion('overdue', agency, null) },
    ],
    topic: { agency: agency.id, period: null, metric: 'overdue' },
    snapshots: [],
  };
}

const MOST_OWNERS = 5;
const MOST_PERIODS = 3;

function knownText({ available }: NoFigures, owners: readonly Agency[]): string {
  if (available.length > 0)
    return `Theo lĩnh vực hiện có: ${available.map(periodName).join(', ')}.`;
  if (owners.length === 0) return 'Chưa nguồn nào tách số liệu của đơn vị này theo lĩnh vực.';
  const names = owners.slice(0, MOST_OWNERS).map(({ shortName }) => shortName);
  return `Có số liệu theo lĩnh vực: ${names.join(', ')}.`;
}
