import { describe, expect, test } from 'vitest';

import {
  requestsPerMinuteOf,
  zaloOaAccount,
  zaloOaProblems,
  ZaloOaSettings,
} from '../../../src/channels/zalo-oa/configuration.ts';
import { problemTextOnMachine } from '../../../src/replies/problem-text.ts';

const WHOLE = {
  ZALO_OA_APP_ID: '1',
  ZALO_OA_APP_SECRET: 'secret',
  ZALO_OA_WEBHOOK_KEY: 'key',
};

describe('an Official Account in the environment', () => {
  test('none', () => {
    expect([zaloOaAccount({}), zaloOaProblems({})]).toEqual([null, []]);
  });

  test('a whole one', () => {
    expect(zaloOaProblems(WHOLE)).toEqual([]);
    expect(zaloOaAccount(WHOLE)).toEqual({
      appId: '1',
      appSecret: 'secret',
      webhookKey: 'key',
      refreshToken: null,
      apiRoot: null,
      oauthRoot: null,
    });
  });

  test.each([
    [{ ZALO_OA_APP_ID: '1' }, ['ZALO_OA_APP_SECRET', 'ZALO_OA_WEBHOOK_KEY']],
    [{ ...WHOLE, ZALO_OA_APP_ID: undefined }, ['ZALO_OA_APP_ID']],
    [{ ZALO_OA_REFRESH_TOKEN: 'r' }, Object.keys(WHOLE)],
  ])('half a one is a slip: %j', (environment, missing) => {
    const problems = zaloOaProblems(environment);
    expect(problems.map(({ place }) => place)).toEqual(missing);
    for (const problem of problems) expect(problemTextOnMachine(problem)).toContain('Zalo OA');
  });
});

describe('requests a minute', () => {
  test('as the plan allows, or as it is said', () => {
    const settings = ZaloOaSettings.parse({});
    expect(requestsPerMinuteOf(settings)).toBe(100);
    expect(requestsPerMinuteOf({ ...settings, requestsPerMinute: 300 })).toBe(300);
  });
});

test('switches go on to the client as they are, and those that are not said have no value', () => {
  const unconfirmed = {
    notDoneStatuses: [502],
    oaSignatures: ['hmac-sha256'],
    groupIdAt: ['group_id'],
    textBesideImage: true,
    mention: { before: '@', after: '' },
    oaTextLimit: 1_000,
    oaFileBytes: 1_000,
    fileTypes: ['text/csv'],
    oaRefusals: { '-237': 'not-allowed' },
    oauthLater: [-14_014],
  };
  expect(ZaloOaSettings.parse({ unconfirmed }).unconfirmed).toEqual(unconfirmed);
  expect(ZaloOaSettings.parse({ unconfirmed: null }).unconfirmed).toEqual({});
  expect(ZaloOaSettings.parse({}).unconfirmed).toEqual({});
});

test.each([
  { plan: 'free' },
  { requestsPerMinute: 0 },
  { names: [''] },
  { fileMinutes: -1 },
  { unconfirmed: { oaSignatures: [] } },
  { unconfirmed: { groupIdAt: ['sender.id'] } },
  { unconfirmed: { textBesideImage: 'yes' } },
  { unconfirmed: { oaRefusals: { often: 'later' } } },
  { unconfirmed: { notDoneStatuses: [99] } },
  { unconfirmed: { oaTextLimit: 0 } },
  { colour: 'blue' },
])('refused: %j', (settings) => {
  expect(ZaloOaSettings.safeParse(settings).success).toBe(false);
});
