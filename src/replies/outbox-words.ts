import type { Block } from './reply.ts';

/** The mark of a message that may already have arrived; one word of it in all channels. */
export const SENT_AGAIN_TEXT = '(gửi lại)';

/** Begins a message that may already have arrived. A headline, so that it stays with the chart when a text is split. */
export const SENT_AGAIN: Block = { kind: 'headline', line: [SENT_AGAIN_TEXT] };
