import type { Directory } from '../../agencies/agency.ts';
import type { AgencyFinder } from '../../agencies/finding.ts';
import type { Period } from '../../calendar/period.ts';
import { periodKey } from '../../calendar/periods.ts';
import { dayOf } from '../../clock.ts';
import { type Problem, SourceUnreadable } from '../../errors.ts';
import type { Payload, Reading, Source } from '../../polling/source.ts';
import { answerHead } from './answer-head.ts';
import { askedPeriods, closedPeriods } from './asked-periods.ts';
import { type DailyRound, dailyRound } from './daily-round.ts';
import { figureRows } from './figure-rows.ts';
import { type HttpPoll, type HttpRoom, httpSystem } from './http-poll.ts';
import type { Page } from './mapped-answer.ts';
import { mappingOf } from './mapping-of.ts';
import type { HttpFigureOptions } from './options.ts';
import { hashOf } from './pages.ts';
import { questionsOf } from './questions.ts';

/** What a system's agencies are told by. */
export type FigureRoom = HttpRoom & {
  readonly directory: Directory;
  readonly finder: AgencyFinder;
};

/** Figures of a one-stop system, one payload for each period that is asked: all its agencies and pages, or none of them. */
export function httpFigures(options: HttpFigureOptions, room: FigureRoom): Source {
  const system = httpSystem(options, room);
  const { periods, closedDays, closedDaily } = options;
  const round = dailyRound();
  return {
    name: options.name,
    async *fetch() {
      const began = room.clock.now();
      const today = dayOf(began);
      await using poll = system.openPoll();
      const ask: AskAbout = (period) => {
        const origin = `${system.origin} ${periodKey(period)}`;
        return payloadOf({ origin, period, today }, poll, { options, room });
      };
      for (const period of askedPeriods(periods, closedDays, today)) {
        const payload = await ask(period);
        yield payload;
        // A system that could not be read at all is not asked the next question at once.
        if (payload.contentHash === '') return;
      }
      if (!closedDaily) return;
      const closed = round.due(closedPeriods(periods, closedDays, today), today);
      // The next poll goes on: what runs must never be late for what is over.
      const isTime = () => !hasHalfPassed(began, room.clock.now(), options);
      yield* ofClosed(closed, { round, today, ask, isTime });
    },
  };
}

type AskAbout = (period: Period) => Promise<Payload>;

/** Asks about periods that are over, for as long as there is time and an answer. */
async function* ofClosed(
  periods: readonly Period[],
  by: {
    readonly round: DailyRound;
    readonly today: Temporal.PlainDate;
    readonly ask: AskAbout;
    readonly isTime: () => boolean;
  },
): AsyncIterable<Payload> {
  const { round, today, ask, isTime } = by;
  for (const period of periods) {
    if (!isTime()) return;
    round.asks(period, today);
    const payload = await ask(period);
    if (round.isNews(period, payload)) yield payload;
    if (payload.contentHash === '') return;
  }
}

function hasHalfPassed(
  began: Temporal.Instant,
  now: Temporal.Instant,
  { pollSeconds }: HttpFigureOptions,
): boolean {
  return now.epochMilliseconds - began.epochMilliseconds > pollSeconds * 500;
}

type About = {
  readonly origin: string;
  readonly period: Period;
  readonly today: Temporal.PlainDate;
};
type By = { readonly options: HttpFigureOptions; readonly room: FigureRoom };

async function payloadOf(about: About, poll: HttpPoll, by: By): Promise<Payload> {
  const { origin, period, today } = about;
  try {
    const answers = await poll.answers(questionsOf(by.options, period, today));
    const contentHash = await hashOf(...answers);
    const { reading, problems } = readingOf(answers, about, by);
    return problems.length > 0
      ? { kind: 'refused', origin, contentHash, problems }
      : { kind: 'read', origin, contentHash, readings: [reading] };
  } catch (error) {
    if (!(error instanceof SourceUnreadable)) throw error;
    return { kind: 'refused', origin, contentHash: '', problems: error.problems };
  }
}

/** Makes one reading of all answers about a period: agencies asked one by one are still one table. */
export function readingOf(
  answers: readonly Page[],
  { origin, period, today }: About,
  {
    options,
    room,
  }: {
    readonly options: HttpFigureOptions;
    readonly room: Pick<FigureRoom, 'directory' | 'finder'>;
  },
): { readonly reading: Reading; readonly problems: readonly Problem[] } {
  const { fields, head } = mappingOf(options);
  const owner = options.mapping.owner?.is ?? null;
  const { asOf, problems: ofHead } = answerHead(answers, { origin, period, owner, head });
  const { directory, finder } = room;
  const codes = options.agencyCodes;
  const { figures, problems } = figureRows(answers, {
    origin,
    fields,
    span: period,
    codes,
    directory,
    finder,
  });
  const nothing: readonly Problem[] =
    figures.length === 0 && problems.length === 0
      ? [{ code: 'noRows', place: origin, detail: '' }]
      : [];
  const reading: Reading = {
    document: { number: null, title: options.title, issuedOn: null, place: '' },
    period: periodKey(period),
    scope: options.scope,
    formula: options.formula,
    asOf: earlier(period.to, asOf === null ? today : dayOf(asOf)),
    figures,
    statements: [],
  };
  return { reading, problems: [...ofHead, ...problems, ...nothing] };
}

function earlier(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) <= 0 ? one : other;
}
