import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { AgencyId } from '../../src/agencies/agency.ts';
import { decideChat, type WatchingChat } from '../../src/alerts/decide-chat.ts';
import type { Observation } from '../../src/alerts/observation.ts';
import type { AlertRules } from '../../src/alerts/rules.ts';
import type { AlertState } from '../../src/alerts/state.ts';
import { calendar } from '../calendar/viet-nam.ts';
import { directory } from '../dialogue/listening.ts';
import { observed, rateRules } from './any-measure.ts';

const PROVINCE = directory.province.id;
const GROUP = AgencyId.parse('cap-xa-nha-trang');
const WARDS = ['p-loc-tho', 'p-ngoc-hiep', 'p-phuoc-hai'].map((id) => AgencyId.parse(id));
const [LOC_THO = PROVINCE, NGOC_HIEP = PROVINCE] = WARDS;
const NOW = Temporal.Instant.from('2026-11-23T01:00:00Z');

const watching = (limit: number | null = null, agency = PROVINCE): WatchingChat => ({
  watches: [{ agency, limit, since: NOW }],
  states: [],
});

/** So many dossiers of Lộc Thọ under way, where so many are usual. */
function busy(pending: number, usualPending: number): Observation {
  const seen = observed(0, 1_000, { agency: LOC_THO, counts: { pending } });
  return { ...seen, figures: seen.figures && { ...seen.figures, usualPending } };
}

const of = (agency: AgencyId, late: number, handled: number) => observed(late, handled, { agency });

function decided(
  observations: readonly Observation[],
  chat: WatchingChat = watching(),
  rules: AlertRules = rateRules(),
  now = NOW,
) {
  const { news, states, changed } = decideChat(chat, observations, {
    rules,
    directory,
    calendar,
    now,
  });
  return {
    states,
    changed,
    news: news.map(({ measure, reason }) => `${measure.rule} ${measure.agency} ${reason}`),
  };
}

describe('a total', () => {
  test('whose part explains it is left to that part', () => {
    const seen = [of(GROUP, 60, 5_000), of(LOC_THO, 30, 1_000), of(NGOC_HIEP, 5, 1_000)];
    expect(decided(seen).news).toEqual(['overdueRate p-loc-tho first']);
  });

  test('that is over its limit without them too is told beside them', () => {
    const seen = [of(GROUP, 90, 5_000), of(LOC_THO, 30, 1_000), of(NGOC_HIEP, 5, 1_000)];
    expect(decided(seen).news).toEqual([
      'overdueRate cap-xa-nha-trang first',
      'overdueRate p-loc-tho first',
    ]);
  });

  test('whose parts no longer explain it is told then, and not before', () => {
    const first = decided([of(GROUP, 60, 5_000), of(LOC_THO, 30, 1_000)]);
    const chat = { ...watching(), states: first.states };
    const still = [of(GROUP, 60, 5_000), of(LOC_THO, 30, 1_000)];
    expect(decided(still, chat)).toMatchObject({ news: [], changed: false });
    const spread = [of(GROUP, 60, 5_000), of(LOC_THO, 8, 1_000)];
    expect(decided(spread, chat).news).toEqual([
      'overdueRate cap-xa-nha-trang first',
      'overdueRate p-loc-tho recovered',
    ]);
  });

  test('of totals is explained by what explains these: their own parts', () => {
    const seen = [of(PROVINCE, 130, 12_000), of(GROUP, 60, 5_000), of(LOC_THO, 30, 1_000)];
    // Without the ward 100 of 11,000 are late; without the whole group it would be 70 of 7,000, which is a limit again.
    expect(decided(seen).news).toEqual(['overdueRate p-loc-tho first']);
  });
});

describe('one agency', () => {
  const rules = rateRules({ headroom: [20, 5], limits: [100, 500] });

  test('over its limit is not told how little room there was, nor of room when it recovers', () => {
    const over = decided([of(LOC_THO, 10, 1_000)], watching(), rules);
    expect(over.news).toEqual(['overdueRate p-loc-tho first']);
    const chat = { ...watching(), states: over.states };
    const under = decided([of(LOC_THO, 8, 1_000)], chat, rules);
    expect(under.news).toEqual(['overdueRate p-loc-tho recovered']);
    const after = { ...watching(), states: under.states };
    expect(decided([of(LOC_THO, 8, 1_000)], after, rules)).toMatchObject({
      news: [],
      changed: false,
    });
  });

  test('of which nothing is believed now is not spoken of, and what was told stays', () => {
    const told = decided([of(LOC_THO, 10, 1_000)]);
    const chat = { ...watching(), states: told.states };
    expect(decided([], chat)).toEqual({ news: [], states: told.states, changed: false });
  });

  test('that is no longer watched is forgotten without a word', () => {
    const told = decided([of(LOC_THO, 10, 1_000)]);
    const elsewhere = { ...watching(null, NGOC_HIEP), states: told.states };
    expect(decided([of(LOC_THO, 10, 1_000)], elsewhere)).toEqual({
      news: [],
      states: [],
      changed: true,
    });
  });

  test('that was not watched for a while is told again', () => {
    const told = decided([of(LOC_THO, 10, 1_000)]);
    const since = NOW.add({ hours: 1 });
    const again = { watches: [{ agency: PROVINCE, limit: null, since }], states: told.states };
    expect(decided([of(LOC_THO, 10, 1_000)], again).news).toEqual(['overdueRate p-loc-tho first']);
  });

  test('that suddenly has more pending, and has got used to it, is not said to be well', () => {
    const more = rateRules({ pendingRise: [50] });
    const risen = decided([busy(300, 100)], watching(), more);
    expect(risen.news).toEqual(['pendingRise p-loc-tho first']);
    const usual = decided([busy(300, 300)], { ...watching(), states: risen.states }, more);
    expect(usual).toEqual({ news: [], states: [], changed: true });
  });
});

describe('limits', () => {
  test('of a chat’s own go before the common ones, and the narrowest wish counts', () => {
    const chat = {
      watches: [
        { agency: PROVINCE, limit: 200, since: NOW },
        { agency: LOC_THO, limit: 50, since: NOW },
      ],
      states: [],
    };
    const seen = [of(LOC_THO, 6, 1_000), of(NGOC_HIEP, 15, 1_000)];
    expect(decided(seen, chat).news).toEqual(['overdueRate p-loc-tho first']);
  });

  test('of an agency’s own hold in every chat without one', () => {
    const rules = rateRules({ agencyLimits: new Map([[LOC_THO, 50]]) });
    expect(decided([of(LOC_THO, 6, 1_000)], watching(), rules).news).toHaveLength(1);
    expect(decided([of(LOC_THO, 6, 1_000)], watching(200), rules).news).toHaveLength(0);
  });
});

test('what is gravest comes first, and good news last', () => {
  const rules = rateRules({ headroom: [20, 5] });
  const before = decided([of(LOC_THO, 10, 1_000)], watching(), rules);
  const seen = [
    of(LOC_THO, 1, 1_000),
    of(WARDS[2] ?? LOC_THO, 94, 10_000),
    of(NGOC_HIEP, 60, 1_000),
    of(AgencyId.parse('p-phuoc-hoa'), 20, 1_000),
  ];
  expect(decided(seen, { ...watching(), states: before.states }, rules).news).toEqual([
    'overdueRate p-ngoc-hiep first',
    'overdueRate p-phuoc-hoa first',
    'headroom p-phuoc-hai first',
    'overdueRate p-loc-tho recovered',
  ]);
});

test.each([
  ['2026-11-27T09:00Z', []],
  // The fifth working day after it was told.
  ['2026-11-30T01:00Z', ['overdueRate p-loc-tho repeatDue']],
])(
  'it is repeated after five working days, if nobody has acknowledged it: on %s %j',
  (at, news) => {
    const told = decided([of(LOC_THO, 10, 1_000)]);
    const chat = { ...watching(), states: told.states };
    const now = Temporal.Instant.from(at);
    expect(decided([of(LOC_THO, 10, 1_000)], chat, rateRules(), now).news).toEqual(news);
  },
);

/** Late ones of the province, of one of its groups and of three wards of that. */
const seenOf = ([province = 0, group = 0, ...wards]: readonly number[]) => [
  of(PROVINCE, province * 12, 12_000),
  of(GROUP, group * 5, 5_000),
  ...WARDS.map((ward, at) => of(ward, wards[at] ?? 0, 1_000)),
];

describe('whatever is seen, of totals and parts alike', () => {
  const rules = rateRules({ headroom: [20, 5] });
  const anyLate = fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 5, maxLength: 5 });
  test('decided again at once there is nothing new, and nothing to write down', () => {
    fc.assert(
      fc.property(fc.array(anyLate, { minLength: 1, maxLength: 6 }), (days) => {
        const { watches } = watching();
        let states: readonly AlertState[] = [];
        for (const late of days) {
          const seen = seenOf(late);
          states = decided(seen, { watches, states }, rules).states;
          expect(decided(seen, { watches, states }, rules)).toMatchObject({
            news: [],
            changed: false,
          });
        }
      }),
    );
  });

  test('of what is over its limit somebody is told: the agency, or parts of it', () => {
    fc.assert(
      fc.property(anyLate, (late) => {
        const { news } = decided(seenOf(late));
        const isOver = late.some((each) => each >= 10);
        expect(news.length > 0).toBe(isOver);
      }),
    );
  });
});
