import { once } from 'node:events';
import { resolve } from 'node:path';

import { onTestFinished } from 'vitest';

import { outboxStore } from '../../src/storage/outbox-store.ts';
import { WEBHOOK_KEY } from '../doubles/zalo-oa/events.ts';
import type { Fault } from '../doubles/zalo-oa/faults.ts';
import { APP_ID, APP_SECRET, FIRST_REFRESH_TOKEN } from '../doubles/zalo-oa/oauth.ts';
import { ZaloOaDouble } from '../doubles/zalo-oa/zalo-oa-double.ts';
import { fillStore, openStore, runProgram, startProgram, temporaryFolder } from './run-program.ts';

/** What the growth plan allows. */
const REQUESTS_PER_MINUTE = 100;
const SEVEN = Temporal.Instant.from('2026-11-23T07:00+07:00');
/** So long before seven the program is up. */
const BEFORE_SECONDS = 8;

type Morning = {
  readonly groups: number;
  /** What sending to a group meets, after so many calls. */
  readonly faults: readonly (readonly [after: number, fault: Fault])[];
  /** All access tokens stop working when so many messages are out. */
  readonly tokensEndAfter: number;
};

/**
 * One morning of the whole program against a double of the Official Account: GMF groups that are bound and have subscribed,
 * made-up dossiers, `npm start` shortly before seven, its own schedule and job, its outbox, until every list is out.
 */
export async function pushMorning({ groups, faults, tokensEndAfter }: Morning) {
  using data = temporaryFolder();
  await fillStore(data.path);
  const sampled = await runProgram(['samples', '--fraction', '0.1', '--on', '2026-11-23'], {
    data: data.path,
  });
  if (sampled.code !== 0) throw new Error(sampled.said);
  const chats = await subscribe(data.path, groups);
  await using zalo = await ZaloOaDouble.open({ requestsPerMinute: REQUESTS_PER_MINUTE });
  for (const chat of chats) zalo.api.gmf.add(chat);
  for (const [after, fault] of faults) zalo.failsAfter('group/message', after, fault);
  zalo.onCarriedOut = () => {
    if (zalo.sent.length < tokensEndAfter) return;
    zalo.onCarriedOut = () => undefined;
    zalo.oauth.expireAccess();
  };
  const child = startProgram([], { data: data.path, variables: variablesAt(zalo.root) });
  // Also of a test that is given up: a program left behind would take the next ones' time.
  onTestFinished(() => void child.kill('SIGKILL'));
  const said: string[] = [];
  child.stderr?.on('data', (chunk) => said.push(String(chunk)));
  const ended = once(child, 'exit');
  await zalo.until(() => zalo.sent[0]);
  const from = Date.now();
  await zalo.until(() => chats.every((chat) => zalo.sentTo(chat).length > 0));
  const seconds = Math.round((Date.now() - from) / 1_000);
  const counts = await settled(data.path, groups);
  child.kill('SIGTERM');
  await ended;
  const lists = chats.map((chat) => zalo.sentTo(chat).filter(({ text }) => isFirst(text)));
  return {
    seconds,
    ...counts,
    code: child.exitCode,
    tooFast: zalo.tooFast,
    requests: zalo.callsOf('group/message').length,
    renewals: zalo.oauth.renewals,
    groups: lists.filter((texts) => texts.length > 0).length,
    marked: lists.flat().filter(({ text }) => text.startsWith('(gửi lại)')).length,
    unmarkedTwice: lists.filter(
      (texts) => texts.filter(({ text }) => !text.startsWith('(gửi lại)')).length > 1,
    ).length,
    said: said.join(''),
  };
}

/** The first part of a list, which names its agency and hour. */
function isFirst(text: string): boolean {
  return /Hồ sơ|hồ sơ/u.test(text);
}

async function subscribe(data: string, groups: number): Promise<readonly string[]> {
  using open = await openStore(data);
  const { audience, directory } = open.reception;
  // Of these there are dossiers; several groups may be of one agency.
  const agencies = directory.agencies.filter(({ level }) => level === 'commune').slice(0, 8);
  const chats = Array.from({ length: groups }, (_, index) => `g${String(index)}`);
  const before = SEVEN.subtract({ hours: 48 });
  for (const [index, group] of chats.entries()) {
    const agency = agencies[index % agencies.length]?.id;
    if (agency === undefined) throw new Error('no agencies');
    const chat = `gmf-${group}`;
    const bound = { role: 'agency', boundAt: before, boundBy: 'zalo-oa:1' } as const;
    await audience.bind({ channel: 'zalo-oa', chat, title: null, agency, ...bound });
    await audience.subscribe({
      kind: 'morningList',
      channel: 'zalo-oa',
      address: { chat, topic: null },
      agency,
      at: Temporal.PlainTime.from('07:00'),
      weekday: null,
      whenNothing: 'say',
      since: before,
      pausedBecause: null,
    });
  }
  return chats;
}

function variablesAt(root: string) {
  return {
    PORT: '0',
    LOG_LEVEL: 'error',
    ZALO_OA_APP_ID: APP_ID,
    ZALO_OA_APP_SECRET: APP_SECRET,
    ZALO_OA_WEBHOOK_KEY: WEBHOOK_KEY,
    ZALO_OA_REFRESH_TOKEN: FIRST_REFRESH_TOKEN,
    ZALO_OA_API_ROOT: root,
    ZALO_OAUTH_ROOT: root,
    DUNG_HEN_KEEPERS: 'telegram:9',
    NODE_OPTIONS: `--import=${resolve('tests/shell/start-at.ts')}`,
    START_AT: SEVEN.subtract({ seconds: BEFORE_SECONDS }).toString(),
  };
}

/** What the store says when nothing is under way any more. */
async function settled(data: string, groups: number) {
  using open = await openStore(data);
  const store = outboxStore(open.storage);
  for (;;) {
    const counts = await store.counts(SEVEN.subtract({ hours: 1 }));
    if (counts.waiting + counts.sending === 0 && counts.sent + counts.dead >= groups) return counts;
    await new Promise((wake) => setTimeout(wake, 250));
  }
}
