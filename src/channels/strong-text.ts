import { plain } from '../replies/reply.ts';
import type { LaidLine } from './lay-out.ts';

/** A stretch of a text that is emphasised, in UTF-16 units. */
type Strong = { readonly start: number; readonly length: number };

/** Plain text with its emphasis beside it: nothing in it is markup, so nothing has to be escaped. */
export type StrongText = { readonly text: string; readonly strong: readonly Strong[] };

/** Lines as one text. A headline is emphasised as a whole, elsewhere what the reply says. */
export function strongText(lines: readonly LaidLine[]): StrongText {
  const strong: Strong[] = [];
  let start = 0;
  const texts = lines.map(({ kind, line }) => {
    const text = plain(line);
    if (kind === 'headline' && text !== '') strong.push({ start, length: text.length });
    else strong.push(...strongIn(line, start));
    start += text.length + 1;
    return text;
  });
  return { text: texts.join('\n'), strong };
}

function strongIn(line: LaidLine['line'], from: number): readonly Strong[] {
  let start = from;
  return line.flatMap((span) => {
    const text = typeof span === 'string' ? span : span.strong;
    const at = start;
    start += text.length;
    return typeof span === 'string' || text === '' ? [] : [{ start: at, length: text.length }];
  });
}
