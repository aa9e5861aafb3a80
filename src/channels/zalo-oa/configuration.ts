import * as z from 'zod';

import type { GroupIdPlace, OaSignature, Unconfirmed } from '#zalo-api-wrapper';

import type { Problem } from '../../errors.ts';
import { REFUSAL_KINDS } from '../refusal-kinds.ts';
import { ZALO_OA_PLANS } from './plans.ts';

/* Schemas say what is wrong by a code; src/replies has the words. */
const WebAddress = z.url({ protocol: /^https?$/u, error: 'url' });

/** What an Official Account takes from the environment. */
export const ZALO_OA_VARIABLES = {
  ZALO_OA_APP_ID: z.string().regex(/^\d+$/u, 'zaloOaAppId').optional(),
  ZALO_OA_APP_SECRET: z.string().optional(),
  ZALO_OA_WEBHOOK_KEY: z.string().optional(),
  ZALO_OA_REFRESH_TOKEN: z.string().optional(),
  ZALO_OA_API_ROOT: WebAddress.optional(),
  ZALO_OAUTH_ROOT: WebAddress.optional(),
};

const SIGNATURES = {
  'sha256-of-app-id': 'sha256-of-app-id',
  'sha256-of-oa-id': 'sha256-of-oa-id',
  'hmac-sha256': 'hmac-sha256',
} as const satisfies { readonly [Way in OaSignature]: Way };

const GROUP_ID_PLACES = {
  'recipient.group_id': 'recipient.group_id',
  'message.conversation_id': 'message.conversation_id',
  'conversation.id': 'conversation.id',
  group_id: 'group_id',
  'recipient.id': 'recipient.id',
} as const satisfies { readonly [Place in GroupIdPlace]: Place };

const Code = z.int('code');
const Limit = z.int('atLeastOne').min(1, 'atLeastOne').max(100_000_000, 'atLeastOne');

/**
 * What may be switched once a real delivery has shown how it is; see docs/zalo.md. By the names
 * of the client and without defaults, which it has itself.
 */
const Switches = z.strictObject(
  {
    notDoneStatuses: z
      .array(z.int('status').min(100, 'status').max(599, 'status'), 'status')
      .exactOptional(),
    oaSignatures: z
      .array(z.enum(SIGNATURES, 'oaSignature'), 'oaSignature')
      .min(1, 'oaSignature')
      .exactOptional(),
    groupIdAt: z
      .array(z.enum(GROUP_ID_PLACES, 'groupIdAt'), 'groupIdAt')
      .min(1, 'groupIdAt')
      .exactOptional(),
    textBesideImage: z.boolean('yesNo').exactOptional(),
    mention: z
      .strictObject({ before: z.string('mention'), after: z.string('mention') }, 'mapping')
      .exactOptional(),
    oaTextLimit: Limit.exactOptional(),
    oaFileBytes: Limit.exactOptional(),
    fileTypes: z.array(z.string('name').min(1, 'name'), 'name').exactOptional(),
    oaRefusals: z
      .record(z.string().regex(/^-?\d+$/u), z.enum(REFUSAL_KINDS, 'refusalKind'), {
        error: ({ code }) => (code === 'invalid_key' ? 'code' : 'mapping'),
      })
      .exactOptional(),
    oauthLater: z.array(Code, 'code').exactOptional(),
  } satisfies { readonly [Key in keyof Unconfirmed]?: z.ZodType<Unconfirmed[Key]> },
  'mapping',
);

type Switches = z.infer<typeof Switches>;

/** What `config.yaml` may say under `zaloOa`. */
export const ZaloOaSettings = z.strictObject(
  {
    plan: z.enum(['growth', 'comprehensive'], 'zaloOaPlan').default('growth'),
    /** Null = what the plan allows. */
    requestsPerMinute: z
      .int('perMinute')
      .min(1, 'perMinute')
      .max(100_000, 'perMinute')
      .nullable()
      .default(null),
    /** What members of a group call the account when they mention it. */
    names: z.array(z.string('name').min(1, 'name'), 'name').default([]),
    /** How long files, which may name dossiers, and long answers are under their links; 0 = they are not sent. */
    fileMinutes: z.int('minutes').min(0, 'minutes').max(1_440, 'minutes').default(240),
    // nothing under it but comments, as in the example, is null
    unconfirmed: Switches.nullable()
      .prefault({})
      .transform((switches): Switches => switches ?? {}),
  },
  'mapping',
);

export type ZaloOaSettings = z.infer<typeof ZaloOaSettings>;

type Variables = z.infer<z.ZodObject<typeof ZALO_OA_VARIABLES>>;

/** An Official Account, by the app that works for it. */
export type ZaloOaAccount = {
  readonly appId: string;
  readonly appSecret: string;
  readonly webhookKey: string;
  /** The first one, and the one after a lapse; null = what is stored. */
  readonly refreshToken: string | null;
  readonly apiRoot: string | null;
  readonly oauthRoot: string | null;
};

/** The account the environment names; null = none. */
export function zaloOaAccount(env: Variables): ZaloOaAccount | null {
  const { ZALO_OA_APP_ID: appId, ZALO_OA_APP_SECRET: appSecret } = env;
  const { ZALO_OA_WEBHOOK_KEY: webhookKey } = env;
  if (appId === undefined || appSecret === undefined || webhookKey === undefined) return null;
  return {
    appId,
    appSecret,
    webhookKey,
    refreshToken: env.ZALO_OA_REFRESH_TOKEN ?? null,
    apiRoot: env.ZALO_OA_API_ROOT ?? null,
    oauthRoot: env.ZALO_OAUTH_ROOT ?? null,
  };
}

const NEEDED = ['ZALO_OA_APP_ID', 'ZALO_OA_APP_SECRET', 'ZALO_OA_WEBHOOK_KEY'] as const;

/** Half an account is a slip: whoever names one part of it means all. */
export function zaloOaProblems(
  environment: Readonly<Record<string, string | undefined>>,
): readonly Problem[] {
  const isMeant = [...NEEDED, 'ZALO_OA_REFRESH_TOKEN'].some(
    (name) => environment[name] !== undefined,
  );
  if (!isMeant) return [];
  return NEEDED.filter((name) => environment[name] === undefined).map((place) => ({
    code: 'zaloOaIncomplete',
    place,
    detail: '',
  }));
}

/** Requests a minute the account may make. */
export function requestsPerMinuteOf({
  plan,
  requestsPerMinute,
}: Pick<ZaloOaSettings, 'plan' | 'requestsPerMinute'>): number {
  return requestsPerMinute ?? ZALO_OA_PLANS[plan].requestsPerMinute;
}
