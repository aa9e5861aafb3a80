import { describe, expect, test } from 'vitest';

import { zaloBotFindings } from '../../src/shell/zalo-bot-findings.ts';
import { TOKEN } from '../doubles/zalo-bot/chats.ts';
import { ZaloBotDouble } from '../doubles/zalo-bot/zalo-bot-double.ts';

const PUBLIC_URL = 'https://dung-hen.example.vn';
const HOOK = `${PUBLIC_URL}/zalo-bot/webhook`;
type Asked = Parameters<typeof zaloBotFindings>[1];

const SECRET = 'not-a-real-secret';

async function opened({ hook = HOOK }: { readonly hook?: string | null } = {}) {
  const zalo = await ZaloBotDouble.open({ publicUrl: PUBLIC_URL, local: () => zalo.root });
  if (hook !== null) zalo.incoming.setHook({ url: hook, secret: SECRET });
  const account = { token: TOKEN, apiRoot: zalo.root, secret: null, publicUrl: PUBLIC_URL };
  const webhook: Asked = { mode: 'webhook', names: ['Bot Đúng Hẹn'] };
  return { zalo, account, webhook };
}

describe('what the doctor hears from Zalo of the bot', () => {
  test('nothing, when all is in order', async () => {
    const { zalo, account, webhook } = await opened();
    await using _ = zalo;
    expect(await zaloBotFindings(account, webhook)).toEqual([]);
  });

  test('a token that is not taken', async () => {
    const { zalo, account, webhook } = await opened();
    await using _ = zalo;
    const found = await zaloBotFindings({ ...account, token: '1:wrong' }, webhook);
    expect(found).toEqual([{ kind: 'tokenRefused' }]);
  });

  test('no network: it says so, and nothing else', async () => {
    const { zalo, account, webhook } = await opened();
    await zalo[Symbol.asyncDispose]();
    const [found, ...more] = await zaloBotFindings(account, webhook);
    expect([found?.kind, more]).toEqual(['notAsked', []]);
    expect(JSON.stringify(found)).not.toContain(TOKEN);
  });

  test('a webhook that is missing', async () => {
    const { zalo, account, webhook } = await opened({ hook: null });
    await using _ = zalo;
    expect(await zaloBotFindings(account, webhook)).toEqual([{ kind: 'webhookMissing' }]);
  });

  test('a webhook that is elsewhere, or in the way of polling', async () => {
    const url = 'https://other.example.vn/hook';
    const { zalo, account, webhook } = await opened({ hook: url });
    await using _ = zalo;
    const found = (mode: Asked['mode']) => zaloBotFindings(account, { ...webhook, mode });
    expect(await found('webhook')).toEqual([{ kind: 'webhookElsewhere', url }]);
    expect(await found('polling')).toEqual([{ kind: 'webhookInTheWay', url }]);
  });

  test('a name nobody has told', async () => {
    const { zalo, account } = await opened();
    await using _ = zalo;
    expect(await zaloBotFindings(account, { mode: 'webhook', names: [] })).toEqual([
      { kind: 'nameNotTold', shown: null },
    ]);
  });
});
