import * as z from 'zod';

/**
 * A reporting period (kỳ báo cáo): closed days `from`..`to`, both included. Named periods run from the
 * 15th to the 14th (Quyết định 01/2023/QĐ-UBND, Điều 4): year Y is 15/12/(Y-1)..14/12/Y.
 */
export type Period =
  | (Days & { readonly kind: 'year'; readonly year: number })
  | (Days & { readonly kind: 'half'; readonly year: number; readonly number: 1 | 2 })
  | (Days & { readonly kind: 'nineMonths'; readonly year: number })
  | (Days & { readonly kind: 'quarter'; readonly year: number; readonly number: 1 | 2 | 3 | 4 })
  | (Days & { readonly kind: 'month'; readonly year: number; readonly number: number })
  | (Days & { readonly kind: 'range' });

type Days = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate };

/** Canonical text of a period, used in the store: `2023`, `2023-H1`, `2023-9M`, `2023-Q3`, `2023-M10`, `2023-06-15..2023-09-14`. */
export const PeriodKey = z
  .string()
  .regex(/^(\d{4}(-H[12]|-9M|-Q[1-4]|-M(0[1-9]|1[0-2]))?|\d{4}-\d{2}-\d{2}\.\.\d{4}-\d{2}-\d{2})$/u)
  .brand<'PeriodKey'>();
export type PeriodKey = z.infer<typeof PeriodKey>;

/** What is wrong with a period that was clearly meant but cannot be; the answer says so instead of guessing. */
export type PeriodProblem =
  /** "năm 1999": figures exist from 2000 to 2099 only, other numbers are slips. */
  | 'noSuchYear'
  /** "nửa năm thứ 3" */
  | 'noSuchHalf'
  | 'noSuchQuarter'
  | 'noSuchMonth'
  | 'noSuchDay'
  | 'endsBeforeStart'
  /** "từ 15/6 đến 14/9": which year? */
  | 'yearNeeded'
  /** "từ tháng 3 đến nay": figures have a closing day. */
  | 'endNeeded';

/** Words meant as a period that cannot be ("quý 5 năm 2023"), as they were typed: no figures are of it. */
export type ImpossiblePeriod = {
  readonly kind: 'impossible';
  readonly problem: PeriodProblem;
  readonly text: string;
};

/** The period meant by what was asked, or what was typed in place of one. */
export type MeantPeriod = Period | ImpossiblePeriod;

/** A period as a person asked for it, whether there can be such a one or not. */
export type PeriodAsked = PossiblePeriod | ImpossiblePeriod;

/** A period that can be: the year may be missing ("quý 3"), or it is relative to today ("tháng trước"). */
export type PossiblePeriod =
  | { readonly kind: 'year'; readonly year: number }
  | ({ readonly kind: 'half'; readonly number: 1 | 2 } & YearAsked)
  | ({ readonly kind: 'nineMonths' } & YearAsked)
  | ({ readonly kind: 'quarter'; readonly number: 1 | 2 | 3 | 4 } & YearAsked)
  | ({ readonly kind: 'month'; readonly number: number } & YearAsked)
  | { readonly kind: 'range'; readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate }
  /** Years one by one ("từ 2020 đến 2023"); `span` null = all that have figures ("qua các năm"). */
  | { readonly kind: 'years'; readonly span: YearSpan | null }
  | {
      readonly kind: 'relative';
      /**
       * `samePeriod` is the period that is current here, as it was a year earlier (cùng kỳ năm trước). `day` is
       * yesterday: nobody reports of it, which is to be told.
       */
      readonly unit: 'period' | 'day' | 'month' | 'quarter' | 'half' | 'year' | 'samePeriod';
      /** 0 = running ("kỳ này"), -1 = the one before ("tháng trước"). */
      readonly offset: 0 | -1;
    };

/** Successive years, both ends included; `to` is after `from`. */
export type YearSpan = { readonly from: number; readonly to: number };

type YearAsked = {
  readonly year: number | null;
  /** Said instead of a number, `year` being null: 0 = "năm nay", -1 = "năm ngoái" ("quý 3 năm ngoái"). */
  readonly yearOffset?: 0 | -1;
};

/** Whether what was asked for as a period cannot be one. */
export function isImpossible(asked: PeriodAsked | MeantPeriod | null): asked is ImpossiblePeriod {
  return asked?.kind === 'impossible';
}
