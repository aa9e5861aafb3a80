import type { Directory } from '../../agencies/agency.ts';
import type { AgencyFinder } from '../../agencies/finding.ts';
import type { Period } from '../../calendar/period.ts';
import { periodKey } from '../../calendar/periods.ts';
import { dayOf } from '../../clock.ts';
import { type Problem, SourceUnreadable } from '../../errors.ts';
import type { Payload, Reading, Source } from '../../polling/source.ts';
import { answerHead } from './answer-head.ts';
import { askedPeriods } from './asked-periods.ts';
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
  return {
    name: options.name,
    async *fetch() {
      const today = dayOf(room.clock.now());
      await using poll = system.openPoll();
      for (const period of askedPeriods(options.periods, options.closedDays, today)) {
        const origin = `${system.origin} ${periodKey(period)}`;
        const payload = await payloadOf({ origin, period, today }, poll, { options, room });
        yield payload;
        // A system that could not be read at all is not asked the next question at once.
        if (payload.contentHash === '') return;
      }
    },
  };
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
    const contentHash = hashOf(...answers);
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
