import { hearElsewhere } from '../answers/keeper-chats.ts';
import { ZALO_OA } from '../channels/names.ts';
import type { Config } from '../config.ts';
import type { TokenHealth } from '../credentials/token-health.ts';
import { usageText } from '../replies/quota-reply.ts';
import type { Check } from '../replies/shell-words.ts';
import { tokenHealthText } from '../replies/token-notice.ts';
import {
  KEEPERS_ONLY_ON_OA,
  type ZaloBotFinding,
  zaloBotFindingText,
} from '../replies/zalo-check-words.ts';
import type { OpenKnowledge } from './open-knowledge.ts';
import { zaloBotUsage } from './zalo-bot.ts';
import { storedTokenHealth } from './zalo-oa-health.ts';

/** The bot: what is used of its plan, and what Zalo knows of it. */
export async function zaloBotChecks(
  config: Config,
  open: OpenKnowledge,
): Promise<readonly Check[]> {
  const { zaloBotAccount: account, zaloBot: settings } = config;
  if (account === null) return [{ name: 'zaloBot', mark: 'good', detail: 'ZALO_BOT_TOKEN —' }];
  const usage = await zaloBotUsage(settings, open);
  const { zaloBotFindings } = await import('./zalo-bot-findings.ts');
  const findings = await zaloBotFindings(account, settings);
  return [
    ...(findings.some(isOfToken)
      ? []
      : [{ name: 'zaloBot', mark: 'good', detail: usageText(settings.mode, usage) } as const]),
    ...findings.map((finding): Check => ({
      name: 'zaloBot',
      mark: isBad(finding) ? 'bad' : 'doubtful',
      detail: zaloBotFindingText(finding),
    })),
  ];
}

function isBad({ kind }: ZaloBotFinding): boolean {
  return kind === 'tokenRefused' || kind === 'refused';
}

/** Nothing is known of the bot itself. */
function isOfToken(finding: ZaloBotFinding): boolean {
  return isBad(finding) || finding.kind === 'notAsked';
}

const MARKS: Readonly<Record<TokenHealth['kind'], Check['mark']>> = {
  good: 'good',
  untried: 'doubtful',
  lapsesSoon: 'doubtful',
  givenRefused: 'doubtful',
  missing: 'bad',
  lapsed: 'bad',
  refused: 'bad',
  notRenewed: 'bad',
};

/** The Official Account, as the store knows it: Zalo is not asked, as a refresh token is spent by asking. */
export async function zaloOaChecks(config: Config, open: OpenKnowledge): Promise<readonly Check[]> {
  const { zaloOaAccount: account } = config;
  if (account === null) return [{ name: 'zaloOa', mark: 'good', detail: 'ZALO_OA_APP_ID —' }];
  const health = await storedTokenHealth(account, open);
  const { audience } = open.reception;
  const isTold = await hearElsewhere({ audience, keepers: config.keepers }, ZALO_OA);
  return [
    { name: 'zaloOa', mark: MARKS[health.kind], detail: tokenHealthText(health) },
    ...(isTold ? [] : [{ name: 'zaloOa', mark: 'doubtful', detail: KEEPERS_ONLY_ON_OA } as const]),
  ];
}
