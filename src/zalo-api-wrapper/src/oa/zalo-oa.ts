import type { ZaloOa, ZaloOaOptions } from './oa-api.ts';

/** An Official Account by the app that works for it. Speaks to nobody until a method is called. */
export function zaloOa(_options: ZaloOaOptions): ZaloOa {
  throw new Error('to come');
}
