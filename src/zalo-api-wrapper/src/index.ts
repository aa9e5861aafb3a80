export type { CallOptions, Transport } from './call-options.ts';
export {
  type CallPlace,
  type Outcome,
  type Refusal,
  type RefusalKind,
  ZaloAnswerUnreadable,
  ZaloApiError,
  ZaloCallInvalid,
  ZaloConsentNeeded,
  ZaloError,
  type ZaloService,
  ZaloUnreachable,
} from './errors.ts';
export { withoutMentions } from './mention.ts';
export { BOT_TEXT_LIMIT, OA_IMAGE_BYTES, OA_REFRESH_LIFE_MS } from './limits.ts';
export {
  type GroupIdPlace,
  type OaSignature,
  UNCONFIRMED,
  type Unconfirmed,
} from './unconfirmed.ts';
export type {
  BotAccount,
  BotPhoto,
  BotText,
  BotWebhook,
  BotWebhookVerification,
  TextStyle,
  TextStyleCode,
  ZaloBot,
  ZaloBotOptions,
} from './bot/bot-api.ts';
export type { BotMessage, BotUpdate, BotUpdateKind } from './bot/update.ts';
export {
  BOT_SECRET_HEADER,
  type BotDelivery,
  botWebhook,
  type BotWebhookOptions,
  type BotWebhookReader,
} from './bot/webhook.ts';
export { zaloBot } from './bot/zalo-bot.ts';
export type { OaEvent, OaEventKind } from './oa/event.ts';
export type {
  OaFile,
  OaGroup,
  OaGroupAsset,
  OaGroupMessage,
  OaImage,
  OaMember,
  OaMentionPart,
  OaMessage,
  OaNewGroup,
  OaQuotaQuery,
  Page,
  ZaloOa,
  ZaloOaOptions,
} from './oa/oa-api.ts';
export type { HeldTokens, OaAccess, OaPair, OaTokens, OaTokenStore } from './oa/tokens.ts';
export {
  OA_SIGNATURE_HEADER,
  type OaDelivery,
  oaWebhook,
  type OaWebhookOptions,
  type OaWebhookReader,
} from './oa/webhook.ts';
export type { SentMessage } from './sent-message.ts';
export type { Unreadable } from './unreadable.ts';
export { zaloOa } from './oa/zalo-oa.ts';
