import type { FieldRate, FieldsAnswer } from '../queries/by-field.ts';
import type { StatementReading } from '../snapshots/store.ts';
import { fieldText } from './field-words.ts';
import { count, percent, quotient } from './numbers.ts';
import { periodTitle } from './period-block.ts';
import type { Line } from './reply.ts';

/** The first line of /linh-vuc: the field asked about with its number first, else the worst of all. */
export function fieldHeadline(answer: FieldsAnswer): Line {
  const { asked } = answer;
  if (asked === null) return worstHeadline(answer);
  return asked.names.size === 0 ? unknownHeadline(answer, asked.typed) : askedHeadline(answer);
}

function worstHeadline(answer: FieldsAnswer): Line {
  const { agency, fields, statements } = answer;
  const end = ` — ${agency.name}, hồ sơ trễ hạn theo lĩnh vực, ${periodTitle(answer)}`;
  const worst = fields.find(({ state }) => state?.kind === 'rate');
  if (worst?.state?.kind === 'rate') {
    return [{ strong: `${worst.field} ${percent(worst.state.rate.hundredths)}` }, end];
  }
  const published = statements[0]?.statement;
  const rate = published?.rate ?? null;
  return rate === null
    ? [{ strong: 'Theo lĩnh vực' }, end]
    : [{ strong: `${published?.field ?? ''} ${percent(rate)}` }, end];
}

function unknownHeadline(answer: FieldsAnswer, typed: string): Line {
  const end = ` — ${answer.agency.name}, ${periodTitle(answer)}`;
  return [{ strong: `Chưa có số liệu lĩnh vực “${typed.slice(0, 60)}”` }, end];
}

/** "4,36% hồ sơ trễ hạn · 61 hồ sơ — lĩnh vực đất đai, UBND thành phố Nha Trang, 6 tháng đầu năm 2023". */
function askedHeadline(answer: FieldsAnswer): Line {
  const { agency, fields, statements, asked } = answer;
  const field = fields.find((one) => asked?.names.has(one.field) === true);
  const statement = statements.find((one) => asked?.names.has(one.statement.field ?? '') === true);
  const name = field?.field ?? statement?.statement.field ?? '';
  const start = field === undefined ? statedStart(statement) : countedStart(field);
  return [...start, ` — lĩnh vực ${fieldText(name)}, ${agency.name}, ${periodTitle(answer)}`];
}

function countedStart({ state }: FieldRate): Line {
  if (state === null) return [{ strong: 'Chưa đủ số liệu' }];
  if (state.kind !== 'rate') return [{ strong: 'Không phát sinh hồ sơ' }];
  const { fraction, hundredths } = state.rate;
  const counts =
    fraction === null ? '' : ` · ${quotient(fraction.numerator, fraction.denominator)} hồ sơ`;
  return [{ strong: percent(hundredths) }, ` hồ sơ trễ hạn${counts}`];
}

function statedStart(stated: StatementReading | undefined): Line {
  const { rate = null, numerator = null } = stated?.statement ?? {};
  const late = numerator === null ? '' : ` · ${count(numerator)} hồ sơ`;
  if (rate !== null) return [{ strong: percent(rate) }, ` hồ sơ trễ hạn${late}`];
  return numerator === null
    ? [{ strong: 'Chưa có số liệu' }]
    : [{ strong: `${count(numerator)} hồ sơ trễ hạn` }];
}
