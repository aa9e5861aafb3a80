import type { Agency } from '../agencies/agency.ts';
import type { Metric } from '../figures/metric.ts';
import type { ChartKind } from '../replies/chart-request.ts';
import { metricOf } from './metric-commands.ts';
import { periodText } from './period-text.ts';
import type { AgencyMention, Among, Question } from './question.ts';

const METRIC_WORDS: Readonly<Record<Metric, string>> = {
  overdue: 'trễ hạn',
  onTime: 'đúng hạn',
  dossiers: 'hồ sơ',
  online: 'trực tuyến',
  onlineFull: 'toàn trình',
  onlinePartial: 'một phần',
  onlinePayment: 'thanh toán',
  postal: 'bưu chính',
  digitization: 'số hóa',
  electronicResults: 'kết quả điện tử',
  satisfaction: 'hài lòng',
  reformIndex: 'chỉ số CCHC',
};

const LEVEL_WORDS: Readonly<Record<Among['level'], string>> = {
  province: 'toàn tỉnh',
  group: 'khối',
  department: 'sở',
  branch: 'chi nhánh',
  district: 'huyện',
  commune: 'xã',
  verticalSector: 'ngành dọc',
};

/** The kinds a person can name; the others follow from the question. */
const CHART_WORDS: Partial<Readonly<Record<ChartKind, string>>> = {
  ranking: 'cột',
  trend: 'đường',
  composition: 'tròn',
};

const ORDER_WORDS = { worst: 'kém nhất', best: 'tốt nhất' } as const;

/**
 * The question as a command that reads back to the same question about exactly `agency`, for a choice to send. It
 * takes the place of the mention it answers: the one not yet certain, or the one it is another reading of.
 */
export function askText(question: Question, agency: Agency): string {
  const { agencies } = question.slots;
  const place = placeOf(agencies, agency);
  const named = agencies.map((mention, at) => (at === place ? exactName(agency) : textOf(mention)));
  return written(question, place === -1 ? [...named, exactName(agency)] : named);
}

/** A name that reads back to this agency and no other; names repeat across reorganisations, ids do not. */
function exactName({ name, id }: Agency): string {
  return `${name} #${id}`;
}

function placeOf(mentions: readonly AgencyMention[], agency: Agency): number {
  const open = mentions.findIndex(({ finding }) => finding.kind !== 'found');
  if (open !== -1) return open;
  const other = mentions.findIndex(
    ({ finding }) => finding.kind === 'found' && finding.others.some(({ id }) => id === agency.id),
  );
  return other === -1 && mentions.length === 1 ? 0 : other;
}

function textOf({ text, finding }: AgencyMention): string {
  return finding.kind === 'found' ? exactName(finding.agency) : text;
}

function written({ command, slots }: Question, agencies: readonly string[]): string {
  const { metric, among, order, top, chart, periods } = slots;
  const parts = [
    `/${command}`,
    agencies.join('; '),
    among === null ? '' : amongText(among),
    metric === null || metric === metricOf(command) ? '' : METRIC_WORDS[metric],
    order === null ? '' : ORDER_WORDS[order],
    top === null ? '' : `top ${String(top)}`,
    chart === null ? '' : (CHART_WORDS[chart] ?? ''),
    periods.map(periodText).join(', '),
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function amongText({ level, within }: Among): string {
  return within === null ? LEVEL_WORDS[level] : `${LEVEL_WORDS[level]} của #${within}`;
}
