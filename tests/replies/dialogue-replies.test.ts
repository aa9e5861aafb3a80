import { describe, expect, test } from 'vitest';

import { AgencyId } from '../../src/agencies/agency.ts';
import { agencyFinder } from '../../src/agencies/find-agency.ts';
import { placeOfCommune } from '../../src/agencies/place.ts';
import { placeNameOf } from '../../src/agencies/type-words.ts';
import { dialogueReplies } from '../../src/replies/dialogue-replies.ts';
import { plain, type Reply } from '../../src/replies/reply.ts';
import { directory } from '../snapshots/figures-of-2023.ts';

const choiceOf = (id: string) => {
  const agency = directory.get(AgencyId.parse(id));
  return { agency, place: placeOfCommune(directory, agency), send: `/tre-han #${id}` };
};

const finder = agencyFinder(directory);

/** What is offered for a name that may be several. */
function labelsFor(name: string): readonly string[] {
  const finding = finder.find(name, { home: null });
  const candidates = finding.kind === 'ask' ? finding.candidates : [];
  const { choices } = dialogueReplies.whichAgency(
    name,
    candidates.map(({ id }) => choiceOf(id)),
  );
  return choices.map(({ label }) => label);
}

function firstLine({ blocks: [first] }: Reply): string {
  return first !== undefined && 'line' in first ? plain(first.line) : '';
}

describe('which agency', () => {
  const reply = dialogueReplies.whichAgency('Vạn Thắng', [
    choiceOf('x-van-thang'),
    choiceOf('p-van-thang'),
    choiceOf('x-van-thang-2025'),
  ]);

  test('asks, and keeps the order it was given', () => {
    expect(firstLine(reply)).toBe('“Vạn Thắng” là cơ quan nào?');
    expect(reply.choices.map(({ send }) => send)).toEqual([
      '/tre-han #x-van-thang',
      '/tre-han #p-van-thang',
      '/tre-han #x-van-thang-2025',
    ]);
  });

  test('of a single one it does not say that there are several', () => {
    const { blocks } = dialogueReplies.whichAgency('Long Thương', [choiceOf('so-ct')]);
    const said = blocks.map((block) => ('line' in block ? plain(block.line) : ''));
    expect(said).toEqual(['“Long Thương” là cơ quan nào?', 'Có phải cơ quan sau không?']);
  });

  test('two of one name are told apart by where they lie, and by their days', () => {
    const labels = reply.choices.map(({ label }) => label);
    expect(labels).toEqual([
      'UBND xã Vạn Thắng (huyện Vạn Ninh)',
      'UBND phường Vạn Thắng (TP Nha Trang)',
      'UBND xã Vạn Thắng (tỉnh Khánh Hòa, từ 01/07/2025)',
    ]);
  });
});

test.each([
  ['Phước Hải', ['UBND phường Phước Hải (TP Nha Trang)', 'UBND xã Phước Hải (tỉnh Ninh Thuận)']],
  [
    'Vĩnh Hải',
    [
      'UBND phường Vĩnh Hải (TP Nha Trang)',
      'UBND xã Vĩnh Hải (tỉnh Khánh Hòa, từ 01/07/2025)',
      'UBND xã Vĩnh Hải (tỉnh Ninh Thuận)',
    ],
  ],
  [
    'xã Ninh Sơn',
    ['UBND xã Ninh Sơn (TX Ninh Hòa)', 'UBND xã Ninh Sơn (tỉnh Khánh Hòa, từ 01/07/2025)'],
  ],
])('%s: level, place and days', (name, labels) => {
  expect(labelsFor(name)).toEqual(labels);
});

test('no two choices for any name of a place read alike', () => {
  const places = new Set(directory.agencies.map(({ name }) => placeNameOf(name)?.place ?? name));
  const alike = [...places].filter((place) => {
    const labels = labelsFor(place);
    return new Set(labels).size < labels.length;
  });
  expect(places.size).toBeGreaterThan(200);
  expect(alike).toEqual([]);
});

describe('what was typed is quoted', () => {
  test.each([
    ['in one line', 'a\n\n  b', 'a b'],
    ['and cut where it is long', 'x'.repeat(61), `${'x'.repeat(60)}…`],
    ['as it is', '<b>&amp;"', '<b>&amp;"'],
  ])('%s', (_words, typed, quoted) => {
    expect(firstLine(dialogueReplies.unknownAgency(typed, []))).toBe(
      `Không tìm thấy cơ quan “${quoted}”`,
    );
    expect(firstLine(dialogueReplies.unknownCommand(typed, []))).toBe(`Không có lệnh /${quoted}`);
  });
});

test('the nearest commands say what they answer', () => {
  const { choices } = dialogueReplies.unknownCommand('tre-ham', [
    { command: 'tre-han', send: '/tre-han Nha Trang' },
  ]);
  expect(choices).toEqual([
    { label: '/tre-han — Tỷ lệ, số hồ sơ trễ hạn', send: '/tre-han Nha Trang' },
  ]);
});

test('a number that no choice has: the choices again', () => {
  const choices = [{ label: 'A', send: 'a' }];
  const reply = dialogueReplies.chooseAgain(choices);
  expect(firstLine(reply)).toBe('Xin chọn từ 1 đến 1');
  expect(reply.choices).toEqual(choices);
});

test('examples are about the agency that was talked of, and exactly that one', () => {
  const about = directory.get(AgencyId.parse('p-van-thang'));
  expect(dialogueReplies.notUnderstood(about).choices[0]).toEqual({
    label: 'P. Vạn Thắng trễ hạn bao nhiêu?',
    send: '/tre-han UBND phường Vạn Thắng #p-van-thang',
  });
  expect(dialogueReplies.notUnderstood(null).choices[0]).toEqual({
    label: 'Nha Trang trễ hạn bao nhiêu?',
    send: '/tre-han Nha Trang',
  });
});

test('a fault is admitted without any detail', () => {
  expect(firstLine(dialogueReplies.failed())).toBe('Chưa trả lời được vì lỗi của hệ thống');
});

test('the choice of an agency that is no more says from when to when it existed', () => {
  const past = directory.agencies.find(
    ({ validFrom, validTo }) => validFrom !== null && validTo !== null,
  );
  if (past === undefined) throw new Error('no such agency');
  const { choices } = dialogueReplies.whichAgency('x', [{ agency: past, place: null, send: '' }]);
  expect(choices[0]?.label).toMatch(/ \(\d\d\/\d\d\/\d{4}–\d\d\/\d\d\/\d{4}\)$/u);
});
