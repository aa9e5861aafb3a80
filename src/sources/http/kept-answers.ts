import type { IncomingHttpHeaders } from 'node:http';

import type { MappedAnswer } from './mapped-answer.ts';

/** Answers of the last poll with what the server calls them, so that an unchanged one need not be sent again. */
export type KeptAnswers = {
  /** Headers to ask with, and the answer that holds if nothing has changed. */
  kept(key: string): KeptAnswer | null;
  keep(key: string, answer: KeptAnswer | null): void;
};

type KeptAnswer = {
  readonly headers: Readonly<Record<string, string>>;
  readonly answer: MappedAnswer;
};

/** Of a whole source; a greater list is fetched anew each time. */
const MOST_BYTES = 8_000_000;

/**
 * Keeps answers in memory. A kept one goes the same way as one that was sent, so what was refused before is refused
 * again; after a restart each address is read in full once.
 */
export function keptAnswers(): KeptAnswers {
  const answers = new Map<string, KeptAnswer>();
  let bytes = 0;
  /** Addresses with a day or a cursor in them are never asked again. */
  function forgetOldest(): void {
    for (const [key, answer] of answers) {
      if (bytes <= MOST_BYTES) break;
      answers.delete(key);
      bytes -= sizeOf(answer);
    }
  }
  return {
    kept(key) {
      const answer = answers.get(key) ?? null;
      // What is asked for is young again.
      answers.delete(key);
      if (answer !== null) answers.set(key, answer);
      return answer;
    },
    keep(key, answer) {
      bytes -= sizeOf(answers.get(key));
      answers.delete(key);
      if (answer === null || sizeOf(answer) > MOST_BYTES) return;
      answers.set(key, answer);
      bytes += sizeOf(answer);
      forgetOldest();
    },
  };
}

/** What the server calls an answer: to be sent back to it; null when it does not say. */
export function validatorsOf(
  headers: IncomingHttpHeaders,
): Readonly<Record<string, string>> | null {
  const { etag, 'last-modified': modified } = headers;
  if (etag === undefined && modified === undefined) return null;
  return {
    ...(etag === undefined ? {} : { 'if-none-match': etag }),
    ...(modified === undefined ? {} : { 'if-modified-since': modified }),
  };
}

function sizeOf(kept: KeptAnswer | undefined): number {
  return kept === undefined ? 0 : kept.answer.pieces.reduce((sum, { length }) => sum + length, 500);
}
