import type { Block } from './reply.ts';

/** Begins a message that may already have arrived. A headline, so that it stays with the chart when a text is split. */
export const SENT_AGAIN: Block = { kind: 'headline', line: ['(gửi lại)'] };
