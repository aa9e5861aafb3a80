import type { Wait } from '../../channels/wait.ts';
import type { Clock } from '../../clock.ts';
import { SourceUnreadable } from '../../errors.ts';
import { AskFailed } from './ask-failed.ts';
import { asker, type Question } from './asker.ts';
import { type Breaker, circuitBreaker } from './breaker.ts';
import { openLine } from './exchange.ts';
import { keptAnswers } from './kept-answers.ts';
import type { Mapper } from './map-thread.ts';
import type { Page } from './mapped-answer.ts';
import { mappingOf } from './mapping-of.ts';
import type { HttpOptions } from './options.ts';
import { pacer } from './pace.ts';
import { allPages } from './pages.ts';
import type { StartTimer } from './timer.ts';

/** What is handed to every HTTP source. */
export type HttpRoom = {
  readonly clock: Clock;
  readonly wait: Wait;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly openMapper: () => Mapper;
  readonly startTimer: StartTimer;
  /** Certificates to trust, all of them; null = those of this machine. */
  readonly ca: readonly string[] | null;
};

/** One poll of one system: everything it asks shares a line, a thread and a limit of time. */
export type HttpPoll = AsyncDisposable & {
  /**
   * All pages of the answers to some questions, in order; all of them, or none. Throws `SourceUnreadable` with what is
   * wrong: nothing that came is believed then.
   */
  answers(questions: readonly Question[]): Promise<readonly Page[]>;
};

/** What has to be remembered from one poll to the next is in here. */
export type HttpSystem = {
  /** The system as it is named in problems: host and path, without what may hold a key. */
  readonly origin: string;
  openPoll(): HttpPoll;
};

/** Gets to know a system; asks nothing yet. */
export function httpSystem(options: HttpOptions, room: HttpRoom): HttpSystem {
  const { failures, minutes } = options.rest;
  const breaker = circuitBreaker({ failures, restMs: minutes * 60_000 }, room.clock);
  const kept = keptAnswers();
  const pace = pacer(options.requestsPerMinute, room);
  const mapping = mappingOf(options);
  const origin = originOf(options.url);

  return {
    origin,
    openPoll() {
      const end = new AbortController();
      const limitMs = Math.round(options.pollSeconds * 1_000);
      const tooSlow = new AskFailed({ code: 'tooSlow', detail: `> ${String(limitMs)} ms` });
      const timer = room.startTimer(limitMs, () => end.abort(tooSlow));
      const mapper = room.openMapper();
      const { signal } = end;
      const line = openLine({ ...room, signal });
      const ask = asker({ ...room, options, mapping, origin, line, mapper, kept, pace, signal });
      return {
        answers: (questions) =>
          minded(origin, breaker, async () => {
            const answers: Page[] = [];
            for (const each of questions)
              answers.push(...(await allPages(each, options.paging, ask)));
            return answers;
          }),
        async [Symbol.asyncDispose]() {
          timer.stop();
          line[Symbol.dispose]();
          await mapper[Symbol.asyncDispose]();
        },
      };
    },
  };
}

/** Asks unless the system is being left alone, and lets the breaker know how it went: what came and is wrong is an answer. */
async function minded<T>(origin: string, breaker: Breaker, ask: () => Promise<T>): Promise<T> {
  try {
    breaker.check();
    const got = await ask();
    breaker.succeeded();
    return got;
  } catch (error) {
    if (error instanceof SourceUnreadable) breaker.succeeded();
    if (!(error instanceof AskFailed)) throw error;
    if (error.code !== 'resting') breaker.failed(error);
    throw new SourceUnreadable(origin, [error.problem(origin)], { cause: error });
  }
}

/** Host and path of a template: queries hold keys at times. */
function originOf(template: string): string {
  const [, rest = ''] = template.split('://');
  const [address = ''] = rest.split(/[?#]/u);
  return address.includes('/') ? address : `${address}/`;
}
