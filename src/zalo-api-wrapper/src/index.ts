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
  ZaloEventUnreadable,
  type ZaloService,
  ZaloUnreachable,
} from './errors.ts';
export { BOT_TEXT_LIMIT, OA_IMAGE_BYTES } from './limits.ts';
export {
  BOT_BASIC_PLAN,
  type GroupIdPlace,
  OA_ATTACHMENT_LIFE_MS,
  OA_UPLOADS_PER_MONTH,
  type OaSignature,
  UNCONFIRMED,
  type Unconfirmed,
  withoutMention,
} from './unconfirmed.ts';
export type {
  BotAccount,
  BotPhoto,
  BotText,
  BotWebhook,
  TextStyle,
  TextStyleCode,
  ZaloBot,
  ZaloBotOptions,
} from './bot/bot-api.ts';
export { type StyledRun, textWithStyles } from './bot/text-styles.ts';
export type { BotMessage, BotUpdate, BotUpdateKind } from './bot/update.ts';
export { BOT_SECRET_HEADER, isBotSecret, readBotUpdate } from './bot/webhook.ts';
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
export type { HeldTokens, OaTokens, OaTokenStore } from './oa/tokens.ts';
export {
  isOaSignature,
  OA_SIGNATURE_HEADER,
  readOaEvent,
  type SignedDelivery,
} from './oa/webhook.ts';
export type { SentMessage } from './sent-message.ts';
export { zaloOa } from './oa/zalo-oa.ts';
