import { ZaloApiError, type ZaloBot, zaloBot } from '#zalo-api-wrapper';

import { WEBHOOK_PATH } from '../channels/zalo-bot/webhook.ts';
import type { Config } from '../config.ts';
import { faultText } from '../log.ts';
import type { ZaloBotFinding } from '../replies/zalo-check-words.ts';

type Account = NonNullable<Config['zaloBotAccount']>;

/** Nobody waits for a doctor. */
const PATIENCE_MS = 5_000;

/** Asks Zalo about the bot; both questions change nothing there. Nothing found = all in order. */
export async function zaloBotFindings(
  account: Account,
  settings: Pick<Config['zaloBot'], 'mode' | 'names'>,
): Promise<readonly ZaloBotFinding[]> {
  const { token, apiRoot } = account;
  const api = zaloBot({ token, ...(apiRoot === null ? {} : { apiRoot }) });
  try {
    return await asked(api, account, settings);
  } catch (error) {
    return [fault(error)];
  }
}

async function asked(
  api: Pick<ZaloBot, 'getMe' | 'getWebhookInfo'>,
  { publicUrl }: Pick<Account, 'publicUrl'>,
  { mode, names }: Pick<Config['zaloBot'], 'mode' | 'names'>,
): Promise<readonly ZaloBotFinding[]> {
  const limit = { timeoutMs: PATIENCE_MS };
  const { canJoinGroups, displayName } = await api.getMe(limit);
  const hook = (await api.getWebhookInfo(limit))?.url ?? '';
  const ours = new URL(WEBHOOK_PATH, publicUrl).href;
  const findings: readonly (ZaloBotFinding | null)[] = [
    canJoinGroups ? null : { kind: 'mayNotJoinGroups' },
    names.length > 0 ? null : { kind: 'nameNotTold', shown: displayName },
    mode === 'polling' ? inTheWay(hook) : elsewhere(hook, ours),
  ];
  return findings.filter((finding) => finding !== null);
}

function inTheWay(url: string): ZaloBotFinding | null {
  return url === '' ? null : { kind: 'webhookInTheWay', url };
}

function elsewhere(url: string, ours: string): ZaloBotFinding | null {
  if (url === '') return { kind: 'webhookMissing' };
  return url === ours ? null : { kind: 'webhookElsewhere', url };
}

function fault(error: unknown): ZaloBotFinding {
  if (error instanceof ZaloApiError && error.kind === 'token') return { kind: 'tokenRefused' };
  const isRefusal = error instanceof ZaloApiError && error.kind !== 'server';
  return { kind: isRefusal ? 'refused' : 'notAsked', why: faultText(error) };
}
