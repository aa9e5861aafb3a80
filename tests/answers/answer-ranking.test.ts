import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { answerRanking } from '../../src/answers/answer-ranking.ts';
import type { PeriodAsked } from '../../src/calendar/period.ts';
import { plain } from '../../src/replies/reply.ts';
import { type Known, openKnown, row } from '../queries/known.ts';
import { NOTHING_SAID } from './nothing-said.ts';

let known: Known;
beforeEach(async () => {
  known = await openKnown();
});
afterEach(() => known[Symbol.dispose]());

type Asked = { readonly agency?: string; readonly period?: PeriodAsked };

/** The first line of a ranking over a level that nobody named. */
async function headline({ agency, period }: Asked = {}): Promise<string> {
  const { blocks } = await answerRanking(known.knowledge, {
    command: 'xep-hang',
    slots: {
      ...NOTHING_SAID,
      agencies:
        agency === undefined
          ? []
          : [
              {
                text: agency,
                finding: { kind: 'found', agency: known.agency(agency), by: 'exact', others: [] },
              },
            ],
      periods: period === undefined ? [] : [period],
    },
    understood: null,
  });
  const [first] = blocks;
  return first?.kind === 'headline' ? plain(first.line) : '';
}

/** Rows in which the first agency has the highest rate; enough of the level to be a ranking. */
const rowsOf = (level: string, year: number) => {
  const during = {
    from: Temporal.PlainDate.from({ year, month: 10, day: 1 }),
    to: Temporal.PlainDate.from({ year, month: 12, day: 14 }),
  };
  return known.knowledge.directory.agencies
    .filter((one) => one.level === level)
    .filter(({ validFrom, validTo }) => {
      const began = validFrom === null || Temporal.PlainDate.compare(validFrom, during.from) <= 0;
      return began && (validTo === null || Temporal.PlainDate.compare(during.to, validTo) <= 0);
    })
    .map(({ id }, at) => row(id, at === 0 ? 20 : 10, 1000));
};

describe('without a level are ranked', () => {
  test('districts, while there were districts', async () => {
    await known.record('2023', { figures: rowsOf('district', 2023) });
    expect(await headline()).toMatch(/^\S.* 2,00% cao nhất — .*, UBND cấp huyện, năm 2023$/u);
  });

  test('communes, where the newest figures are of a time without districts', async () => {
    await known.record('2023', { figures: rowsOf('district', 2023) });
    await known.record('2025-Q4', { figures: rowsOf('commune', 2025) });
    expect(await headline()).toMatch(/^\S.* 2,00% cao nhất — .*, đơn vị cấp xã, quý IV\/2025$/u);
    expect(await headline({ period: { kind: 'year', year: 2023 } })).toMatch(/UBND cấp huyện/u);
  });

  test('of a total with members of several kinds those it has', async () => {
    await known.record('2023', { figures: rowsOf('branch', 2023) });
    expect(await headline({ agency: 'tnmt-va-vpdkdd' })).toMatch(
      /2,00% cao nhất — .*, văn phòng, chi nhánh ĐKĐĐ thuộc .*, năm 2023$/u,
    );
  });
});

test('whoever has nothing to count and whoever is not known are told apart, and neither is at 0%', async () => {
  await known.record('2023', {
    figures: [
      row('h-cam-lam', 0, 1000),
      row('h-dien-khanh', 5, 1000),
      row('tp-cam-ranh', 0, 0),
      row('tp-nha-trang', 3, 900),
    ],
  });
  const { blocks } = await answerRanking(known.knowledge, {
    command: 'xep-hang',
    slots: {
      ...NOTHING_SAID,
      among: { level: 'district', type: null, within: null },
      only: { of: 'rate', bounds: [{ threshold: 0, side: 'below', inclusive: true }] },
    },
    understood: null,
  });
  const lines = blocks.flatMap((block) => ('line' in block ? [plain(block.line)] : []));
  expect(lines[0]).toMatch(/^1\/3 huyện không có hồ sơ trễ hạn/u);
  expect(lines).toContain('Không phát sinh hồ sơ kỳ này: Cam Ranh.');
  expect(lines).toContainEqual(expect.stringMatching(/^Chưa có số liệu kỳ này: .*Ninh Hòa/u));
});
