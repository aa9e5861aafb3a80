import { ZALO_OA } from '../channels/names.ts';
import type { Publish } from '../channels/publish.ts';
import { realWait } from '../channels/wait.ts';
import { requestsPerMinuteOf } from '../channels/zalo-oa/configuration.ts';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { DrawChart } from '../replies/chart-request.ts';
import { ZALO_WORDS } from '../replies/zalo-words.ts';
import { choiceListStore } from '../storage/choice-list-store.ts';
import { seenEvents } from '../storage/seen-events.ts';
import { writeWorkbook } from '../workbooks/write-workbook.ts';
import type { OpenKnowledge } from './open-knowledge.ts';
import type { ChatEvents } from './outbox.ts';
import { openZaloOaClient, type ZaloOaClient } from './zalo-oa-client.ts';

/** The client of the account that is named; null = there is none. */
export async function zaloOaClientOf(
  { zaloOaAccount, zaloOa }: Pick<Config, 'zaloOaAccount' | 'zaloOa'>,
  { storage, knowledge: { clock } }: OpenKnowledge,
  log: Log,
): Promise<ZaloOaClient | null> {
  if (zaloOaAccount === null) return null;
  const { unconfirmed } = zaloOa;
  return openZaloOaClient(zaloOaAccount, { storage, clock, log, unconfirmed });
}

/** What the channel works with. */
type Parts = {
  readonly client: Pick<ZaloOaClient, 'oa'>;
  readonly open: OpenKnowledge;
  readonly log: Log;
  readonly draw: DrawChart;
  readonly events: ChatEvents;
  /** Null = there is no public address. */
  readonly publish: Publish | null;
};

/** The channel of the Official Account; loaded only where there is one. */
export async function zaloOaOf(
  { zaloOa: settings }: Pick<Config, 'zaloOa'>,
  account: NonNullable<Config['zaloOaAccount']>,
  { client: { oa }, open, log, draw, events, publish }: Parts,
) {
  const { storage, knowledge } = open;
  const { names, fileMinutes, unconfirmed, ...plan } = settings;
  const [{ zaloOaChannel }, { watchRights }] = await Promise.all([
    import('../channels/zalo-oa/zalo-oa-channel.ts'),
    import('./watch-rights.ts'),
  ]);
  return zaloOaChannel(
    {
      appId: account.appId,
      webhookKey: account.webhookKey,
      names,
      requestsPerMinute: requestsPerMinuteOf(plan),
      fileMinutes: fileMinutes === 0 ? null : fileMinutes,
      unconfirmed,
      words: ZALO_WORDS,
    },
    {
      oa: watchRights(oa, (why) => events.rightMissing(why)),
      draw,
      makeFile: writeWorkbook,
      ...(publish === null ? {} : { publish }),
      lists: choiceListStore(storage),
      seen: seenEvents(storage),
      chats: {
        gone: (chat, why) => events.gone(ZALO_OA, chat, why),
        back: (chat) => events.back(ZALO_OA, chat),
      },
      clock: knowledge.clock,
      log,
      wait: realWait,
    },
  );
}
