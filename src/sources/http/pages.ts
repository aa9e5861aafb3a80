import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';

import { AskFailed } from './ask-failed.ts';
import type { Question } from './asker.ts';
import type { AskValues } from './fill.ts';
import type { MappedAnswer, Page } from './mapped-answer.ts';
import type { Paging } from './request-form.ts';

type AskPage = (question: Question) => Promise<MappedAnswer>;

/** More are a mistake in the paging, or a system that never ends. */
const MOST_PAGES = 2_000;

/** What the next page is asked with; null = there is none. */
type Next = Partial<Pick<Question, 'url'>> & { readonly values: AskValues };

/**
 * All pages of one question, one after another. Throws `AskFailed`: pageRepeated when a page or cursor comes again,
 * tooManyPages, and those of asking.
 */
export async function allPages(
  first: Question,
  paging: Paging,
  ask: AskPage,
): Promise<readonly Page[]> {
  const answers: Page[] = [];
  const seen = new Set<string>();
  let values: AskValues = { ...first.values, ...firstValues(paging) };
  let { url } = first;
  for (;;) {
    const answer = await ask({ ...first, values, url });
    const next = nextOf(answer, paging, values);
    answers.push({ ...answer, isLast: next === null });
    if (next === null) return answers;
    if (answers.length >= MOST_PAGES) {
      throw new AskFailed({ code: 'tooManyPages', detail: `> ${String(MOST_PAGES)}` });
    }
    values = next.values;
    url = next.url ?? null;
    const hash = answer.rows === 0 ? '' : await hashOf(answer);
    noteUnseen(seen, [hash, values.cursor, url?.href]);
  }
}

function firstValues(paging: Paging): AskValues {
  switch (paging.by) {
    case 'page':
      return { page: paging.first, size: paging.size };
    case 'offset':
      return { offset: 0, size: paging.size };
    case 'cursor':
      return { cursor: '', ...(paging.size === undefined ? {} : { size: paging.size }) };
    case 'link':
    case 'none':
      return {};
  }
}

function nextOf(answer: MappedAnswer, paging: Paging, values: AskValues): Next | null {
  switch (paging.by) {
    case 'none':
      return null;
    case 'page':
      return answer.rows < paging.size
        ? null
        : { values: { ...values, page: Number(values.page) + 1 } };
    case 'offset':
      return answer.rows < paging.size
        ? null
        : { values: { ...values, offset: Number(values.offset) + answer.rows } };
    case 'cursor':
      return nextCursor(answer, values);
    case 'link':
      return answer.next === null ? null : { values, url: answer.next };
  }
}

function nextCursor({ head }: MappedAnswer, values: AskValues): Next | null {
  const { next } = head;
  if (next === undefined || next === null || next === '' || next === false) return null;
  if (typeof next === 'string' || typeof next === 'number')
    return { values: { ...values, cursor: next } };
  throw new AskFailed({ code: 'notText', detail: 'paging.next' });
}

/** A server that ignores the page asked for sends the same one for ever; so does a cursor that goes round. */
function noteUnseen(seen: Set<string>, marks: readonly (string | number | undefined)[]): void {
  for (const [kind, mark] of marks.entries()) {
    if (mark === undefined || mark === '') continue;
    const key = `${String(kind)} ${String(mark)}`;
    if (seen.has(key)) throw new AskFailed({ code: 'pageRepeated' });
    seen.add(key);
  }
}

/** Takes some milliseconds. */
const BYTES_AT_ONCE = 2_000_000;

/**
 * SHA-256 (hex) of what was mapped. What an answer says beside that, when it was made for one, does not count. Others have
 * their turn meanwhile: a list may have a hundred megabytes.
 */
export async function hashOf(...answers: readonly MappedAnswer[]): Promise<string> {
  const hash = createHash('sha256');
  let bytes = 0;
  for (const piece of answers.flatMap(({ pieces }) => pieces)) {
    hash.update(piece);
    bytes += piece.length;
    if (bytes < BYTES_AT_ONCE) continue;
    bytes = 0;
    await turn();
  }
  return hash.digest('hex');
}
