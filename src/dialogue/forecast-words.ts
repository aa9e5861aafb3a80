import { bare } from '../vietnamese/fold.ts';

const FORECAST =
  /(?<![\p{L}\p{N}])(?:du (?:bao|kien|doan|tinh|phong)|uoc (?:tinh|doan)|tien luong|se(?= (?:bi )?(?:tre|qua han|cham)))(?![\p{L}\p{N}])/u;
/** "(vào) cuối năm (nay)": of a forecast that is when it is of; a year behind it is read as one. */
const AT_END =
  /(?<![\p{L}\p{N}])(?:(?:vao|den|toi|cho|luc) )?(?:het|cuoi)(?: (?:nam|ky|quy)(?! (?:nay|20\d\d)))?(?![\p{L}\p{N}])/u;

type Span = { readonly start: number; readonly end: number };

/** Where a sentence asks what will be, and not what is; nothing of "cuối năm" alone. */
export function forecastIn(text: string): readonly Span[] {
  const folded = bare(text).replaceAll(/\s/gu, ' ');
  const asked = spanOf(FORECAST.exec(folded));
  if (asked === null) return [];
  const end = spanOf(AT_END.exec(folded));
  return end === null ? [asked] : [asked, end];
}

function spanOf(match: RegExpExecArray | null): Span | null {
  return match === null ? null : { start: match.index, end: match.index + match[0].length };
}
