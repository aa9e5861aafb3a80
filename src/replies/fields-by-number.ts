import type { FieldRate, FieldsAnswer } from '../queries/by-field.ts';
import type { ChartRequest } from './chart-request.ts';
import { fieldText } from './field-words.ts';
import { count } from './numbers.ts';
import { periodTitle } from './period-block.ts';
import type { Line } from './reply.ts';
import { sourceText } from './source-line.ts';

/** A field, and how many dossiers came in. */
type Numbered = FieldRate & { readonly received: number };

/** The fields of which it is known how many dossiers came in: those asked about, then the most first. */
export function numberedFields({ fields, asked }: FieldsAnswer): readonly Numbered[] {
  const isAsked = ({ field }: FieldRate) => asked?.names.has(field) === true;
  return fields
    .flatMap((one) => {
      const { received } = one.reading.figure.counts;
      return received === null ? [] : [{ ...one, received }];
    })
    .toSorted((a, b) => Number(isAsked(b)) - Number(isAsked(a)) || b.received - a.received);
}

/** "Đầu tư tại Việt Nam 69 hồ sơ tiếp nhận, ít nhất — Sở KHĐT, hồ sơ theo lĩnh vực, quý III/2023". */
export function numberHeadline(
  { agency, asked, ...answer }: FieldsAnswer,
  fields: readonly Numbered[],
  order: 'most' | 'least' | null,
): Line {
  const [first] = order === 'least' ? fields.toReversed() : fields;
  const isAsked = first !== undefined && asked?.names.has(first.field) === true;
  const end = `${agency.name}, ${isAsked ? '' : 'hồ sơ theo lĩnh vực, '}${periodTitle(answer)}`;
  if (first === undefined) return [{ strong: 'Chưa có số liệu' }, ` — ${end}`];
  const many = `${count(first.received)} hồ sơ tiếp nhận`;
  if (isAsked) return [{ strong: many }, ` — lĩnh vực ${fieldText(first.field)}, ${end}`];
  return [{ strong: `${first.field} ${many}` }, `, ${ORDER_WORDS[order ?? 'most']} — ${end}`];
}

const ORDER_WORDS = { most: 'nhiều nhất', least: 'ít nhất' } as const;

/** "Đầu tư tại Việt Nam: 69 (đã giải quyết 60, đang giải quyết 9)". */
export function numberRow({ field, received, reading }: Numbered): Line {
  const { resolved, pending } = reading.figure.counts;
  const parts = [
    ...(resolved === null ? [] : [`đã giải quyết ${count(resolved)}`]),
    ...(pending === null ? [] : [`đang giải quyết ${count(pending)}`]),
  ];
  return [
    `${field}: `,
    { strong: count(received) },
    parts.length === 0 ? '' : ` (${parts.join(', ')})`,
  ];
}

/** The numbers as a picture; null for a single field. */
export function numberChart(
  { agency, asked, ...answer }: FieldsAnswer,
  fields: readonly Numbered[],
): ChartRequest | null {
  const [most] = fields.toSorted((a, b) => b.received - a.received);
  if (most === undefined || fields.length < 2) return null;
  return {
    kind: 'byField',
    title: `${agency.shortName}: lĩnh vực nhiều nhất ${count(most.received)} hồ sơ`,
    subtitle: `Số hồ sơ tiếp nhận theo lĩnh vực, ${periodTitle(answer)}`,
    source: sourceText(fields.map(({ reading }) => reading.snapshot)),
    bars: fields.map(({ field, received }) => ({
      label: field,
      value: received,
      valueLabel: count(received),
      detail: '',
      marked: asked?.names.has(field) === true,
    })),
    limit: null,
  };
}
