import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { AgencyId } from '../../src/agencies/agency.ts';
import type { FoundBy } from '../../src/agencies/finding.ts';
import { askedIn } from '../../src/answers/asked.ts';
import type { PeriodAsked } from '../../src/calendar/period.ts';
import type { AgencyMention, Question, Slots } from '../../src/dialogue/question.ts';
import { plain } from '../../src/replies/reply.ts';
import { type Known, openKnown } from '../queries/known.ts';

let known: Known;
beforeAll(async () => {
  known = await openKnown();
});
afterAll(() => known[Symbol.dispose]());

const EMPTY: Slots = {
  agencies: [],
  periods: [],
  isPaired: false,
  metric: null,
  formula: null,
  forecast: false,
  among: null,
  order: null,
  by: null,
  only: null,
  asks: null,
  top: null,
  chart: null,
  field: null,
  rest: '',
};

const mention = (
  id: string,
  by: FoundBy = 'exact',
  others: readonly string[] = [],
): AgencyMention => ({
  text: id,
  finding: {
    kind: 'found',
    agency: known.agency(id),
    by,
    others: others.map((other) => known.knowledge.directory.get(AgencyId.parse(other))),
  },
});

function asked(slots: Partial<Slots>, taken: Partial<Question['understood']> | null = null) {
  const nothing = {
    agencyFromConversation: false,
    metricFromConversation: false,
    periodFromConversation: false,
    orderFromMetric: false,
    plain: true,
  };
  const question: Question = {
    command: 'tre-han',
    slots: { ...EMPTY, ...slots },
    understood: taken === null ? null : { ...nothing, ...taken },
  };
  const read = askedIn(known.knowledge, question, 'overdue');
  const notes = read.notes.map((block) => ('line' in block ? plain(block.line) : ''));
  return { ...read, notes };
}

describe('defaults', () => {
  test('no agency means the province, and is not said to be guessed', () => {
    const { agency, agencies, notes } = asked({}, { agencyFromConversation: true });
    expect([agency.id, agencies, notes]).toEqual(['toan-tinh', [], []]);
  });

  test('the agency named first is asked about, with the other readings of its name', () => {
    const { agency, agencies, others } = asked({
      agencies: [mention('tp-nha-trang', 'district', ['cn-nha-trang']), mention('tp-cam-ranh')],
    });
    expect(agency.id).toBe('tp-nha-trang');
    expect(agencies.map(({ id }) => id)).toEqual(['tp-nha-trang', 'tp-cam-ranh']);
    expect(others.map(({ id }) => id)).toEqual(['cn-nha-trang']);
  });
});

describe('what was guessed is said', () => {
  test('names with a slip of the pen, wherever they stand', () => {
    const agencies = [mention('tp-nha-trang'), mention('tp-cam-ranh', 'typo')];
    expect(asked({ agencies }).notes).toEqual(['Tôi hiểu: UBND thành phố Cam Ranh.']);
  });

  test('what was taken from the conversation', () => {
    const slots = { agencies: [mention('tp-nha-trang')] };
    const taken = { agencyFromConversation: true, metricFromConversation: true };
    expect(asked(slots, taken).notes).toEqual([
      'Tôi hiểu: tỷ lệ hồ sơ trễ hạn, UBND thành phố Nha Trang.',
    ]);
  });

  test.each<[string, readonly PeriodAsked[], string]>([
    ['a period with its year', [{ kind: 'quarter', number: 3, year: 2023 }], 'quý III/2023'],
    [
      'two periods',
      [
        { kind: 'year', year: 2022 },
        { kind: 'year', year: 2023 },
      ],
      'năm 2022 và năm 2023',
    ],
    [
      'a period whose year only the figures tell',
      [{ kind: 'quarter', number: 3, year: null }],
      'cùng kỳ vừa hỏi',
    ],
    ['a relative one', [{ kind: 'relative', unit: 'month', offset: -1 }], 'cùng kỳ vừa hỏi'],
  ])('%s', (_words, periods, said) => {
    expect(asked({ periods }, { periodFromConversation: true }).notes).toEqual([
      `Tôi hiểu: ${said}.`,
    ]);
  });

  test('words nothing could be made of', () => {
    expect(asked({ rest: 'đảo ngược' }).notes).toEqual(['Chưa hiểu phần: “đảo ngược”.']);
  });

  test('what was said outright is not repeated', () => {
    const slots = {
      agencies: [mention('tp-nha-trang')],
      periods: [{ kind: 'year', year: 2023 } as const],
    };
    expect(asked(slots).notes).toEqual([]);
  });
});
