import { bare } from '../vietnamese/fold.ts';

const FORECAST =
  /(?<![\p{L}\p{N}])(?:du (?:bao|kien|doan|tinh)|uoc (?:tinh|doan)|se(?= (?:bi )?(?:tre|qua han|cham)))(?![\p{L}\p{N}])/u;
/** Only with its marks: "lao động tiền lương" is a field. */
const FORECAST_MARKED = /(?<![\p{L}\p{N}])tiên lượng(?![\p{L}\p{N}])/iu;
/** "(vào) cuối năm (nay)": of a forecast that is when it is of; "cuối quý IV", "cuối năm 2023" are periods. */
const AT_END =
  /(?<![\p{L}\p{N}])(?:(?:vao|den|toi|cho|luc) )?(?:het|cuoi)(?: (?:nam|ky|quy)(?! (?:nay|\d|[ivx]{1,3}(?![\p{L}\p{N}]))))?(?![\p{L}\p{N}])/u;

type Span = { readonly start: number; readonly end: number };

/** Where a sentence asks what will be, and not what is; nothing of "cuối năm" alone. */
export function forecastIn(text: string): readonly Span[] {
  const folded = bare(text).replaceAll(/\s/gu, ' ');
  const asked = spanOf(FORECAST.exec(folded) ?? FORECAST_MARKED.exec(text));
  if (asked === null) return [];
  const end = spanOf(AT_END.exec(folded));
  return end === null ? [asked] : [asked, end];
}

function spanOf(match: RegExpExecArray | null): Span | null {
  return match === null ? null : { start: match.index, end: match.index + match[0].length };
}
