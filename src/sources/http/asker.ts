import type { Wait } from '../../channels/wait.ts';
import type { Clock } from '../../clock.ts';
import { type Problem, SourceUnreadable } from '../../errors.ts';
import { placeText } from '../../snapshots/intake-problem.ts';
import { AskFailed } from './ask-failed.ts';
import { askPatiently } from './ask-patiently.ts';
import type { Answer, Ask, Line } from './exchange.ts';
import { type AskValues, filledBody, filledUrl } from './fill.ts';
import { follow, sameHost } from './follow.ts';
import { type KeptAnswers, validatorsOf } from './kept-answers.ts';
import type { Bindings, Mapping, MapProblem } from './map-message.ts';
import type { Mapper } from './map-thread.ts';
import { type MappedAnswer, nextLink } from './mapped-answer.ts';
import type { HttpOptions } from './options.ts';
import { statusFault } from './status-fault.ts';

/** What a poll asks with. */
export type AskerRoom = {
  readonly options: HttpOptions;
  readonly mapping: Mapping;
  readonly origin: string;
  readonly line: Line;
  readonly mapper: Mapper;
  readonly kept: KeptAnswers;
  readonly pace: (signal: AbortSignal) => Promise<void>;
  readonly signal: AbortSignal;
  readonly clock: Clock;
  readonly wait: Wait;
  readonly random: () => number;
};

/** One question: what to fill in, what expressions may name, and the address a page before named. */
export type Question = {
  readonly values: AskValues;
  readonly bindings: Bindings;
  readonly url: URL | null;
};

const NOT_MODIFIED = 304;

/**
 * Asks one question and maps its answer. All answers of an asker together may not be larger than the source allows.
 * Throws `AskFailed`; `SourceUnreadable` for an answer that came and cannot be read.
 */
export function asker(room: AskerRoom): (question: Question) => Promise<MappedAnswer> {
  const { options, line, kept, signal, pace } = room;
  let bytesLeft = Math.round(options.maxMegabytes * 1_000_000);

  const exchange = async (ask: Ask): Promise<Answer> => {
    await pace(signal);
    const limits = {
      timeoutMs: Math.round(options.timeoutSeconds * 1_000),
      idleMs: Math.round(options.idleSeconds * 1_000),
      maxBytes: bytesLeft,
    };
    const answer = await follow(line, ask, limits);
    if (answer.status === NOT_MODIFIED) return answer;
    const fault = statusFault(answer.status, answer.headers['retry-after'], room.clock.now());
    if (fault !== null) throw fault;
    return answer;
  };
  return async (question) => {
    const ask = askOf(options, question);
    const key = `${ask.url.href} ${ask.body ?? ''}`;
    const known = kept.kept(key);
    const asked = known === null ? ask : { ...ask, headers: { ...ask.headers, ...known.headers } };
    const answer = await askPatiently(() => exchange(asked), {
      ...room,
      attempts: options.attempts,
    });
    if (answer.status === NOT_MODIFIED) {
      if (known !== null) return known.answer;
      throw new AskFailed({ code: 'badStatus', detail: String(NOT_MODIFIED) });
    }
    bytesLeft -= answer.bytes.length;
    const mapped = await mappedAnswer(answer, question.bindings, room);
    const headers = validatorsOf(answer.headers);
    kept.keep(key, headers === null ? null : { headers, answer: mapped });
    return mapped;
  };
}

function askOf({ url, method, headers, body }: HttpOptions, { values, url: next }: Question): Ask {
  const isJson = method === 'POST';
  return {
    url: next ?? filledUrl(url, values),
    method,
    headers: isJson ? { 'content-type': 'application/json', ...headers } : headers,
    body: isJson ? filledBody(body, values) : null,
  };
}

async function mappedAnswer(
  { bytes, url, headers }: Answer,
  bindings: Bindings,
  { mapper, mapping, origin, options }: AskerRoom,
): Promise<MappedAnswer> {
  const outcome = await mapper.map({ bytes, mapping, bindings });
  if (outcome.kind === 'failed') {
    throw new SourceUnreadable(
      origin,
      outcome.problems.map((each) => problemOf(origin, each)),
    );
  }
  // Elsewhere it is no question of ours, and may name what only the system itself can reach.
  const address = options.paging.by === 'link' ? nextLink(headers['link']) : null;
  return { ...outcome, next: address === null ? null : sameHost(url, address) };
}

/** A problem of one answer as a problem of the payload. */
export function problemOf(origin: string, { code, row, field, detail }: MapProblem): Problem {
  if (row !== null) return { code, place: placeText({ file: origin, row, column: field }), detail };
  return { code, place: origin, detail: [field, detail].filter(Boolean).join(': ') };
}
