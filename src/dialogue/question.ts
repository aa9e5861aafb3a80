import type { AgencyId, Level } from '../agencies/agency.ts';
import type { Finding } from '../agencies/finding.ts';
import type { PlaceType } from '../agencies/type-words.ts';
import type { CommandName } from '../asking/commands.ts';
import type { FormulaAsked } from '../asking/formula-asked.ts';
import type { RateAsk } from '../asking/question-text.ts';
import type { PeriodAsked } from '../calendar/period.ts';
import type { Sieve } from '../figures/limit.ts';
import type { Metric } from '../figures/metric.ts';
import type { RankedBy } from '../figures/tally.ts';
import type { ChartKind } from '../replies/chart-request.ts';
import type { FieldRead } from './sense.ts';

/** An agency named in a question: the words as typed, and what they mean. */
export type AgencyMention = { readonly text: string; readonly finding: Finding };

/** A level, or with `any` every agency that reports for itself; `group` means the blocks that make up the province. */
export type RankedLevel = Level | 'any';

/**
 * Which agencies a ranking is over: those of a level ("huyện", "sở ngành", "xã"), optionally only those of one type
 * ("thị trấn") or under one agency ("xã của Cam Lâm": level commune within the district office or group found).
 */
export type Among = {
  readonly level: RankedLevel;
  readonly type: PlaceType | null;
  readonly within: AgencyId | null;
};

/**
 * Which of the ranked are asked for: those on one side of a value, those that keep or break the province's limit, or how
 * many there are at all. Of one agency: whether it is beyond that value.
 */
export type Only = Sieve | 'kept' | 'broken' | 'every';

/** Everything that was read out of a question, in whatever order it was typed. Absent parts are null or empty. */
export type Slots = {
  readonly agencies: readonly AgencyMention[];
  readonly periods: readonly PeriodAsked[];
  /** "Nha Trang 2023 với Cam Ranh 2020": the first agency in the first period, and so on; else each in each. */
  readonly isPaired: boolean;
  readonly metric: Metric | null;
  /** By which formula a rate of what is late is asked; null: the default. */
  readonly formula: FormulaAsked | null;
  readonly among: Among | null;
  readonly order: 'worst' | 'best' | null;
  /** What a ranking goes by, or which number of the balance was asked for; null if nothing was said of it. */
  readonly by: RankedBy | null;
  /** Null: all of them. */
  readonly only: Only | null;
  /** What will be is asked, and not what is. */
  readonly forecast: boolean;
  /** Null: the rate itself. */
  readonly asks: RateAsk | null;
  /** "top 5". */
  readonly top: number | null;
  readonly chart: ChartKind | null;
  /** A field of work, of which alone something is asked. */
  readonly field: FieldRead | null;
  /** When dossiers are to be due, or for how long late, as typed: no list can be narrowed by it. */
  readonly dueWhen?: string;
  /** Words nothing could be made of; never silently dropped from an agency's name. */
  readonly rest: string;
};

/** A question ready to be answered by the command `command`. */
export type Question = {
  readonly command: CommandName;
  readonly slots: Slots;
  /** How it was understood, when anything was guessed or taken from the conversation; null if said outright. */
  readonly understood: UnderstoodFrom | null;
};

/** What was not said but assumed. */
export type UnderstoodFrom = {
  readonly agencyFromConversation: boolean;
  /** How many of them, from the first on; absent: one. */
  readonly agenciesFromConversation?: number;
  readonly metricFromConversation: boolean;
  readonly periodFromConversation: boolean;
  /** "Đứng đầu" of what is late may be praise or blame. */
  readonly orderFromMetric: boolean;
  /** The sentence was read by the grammar, not typed as a command. */
  readonly plain: boolean;
};
