import { fromHtml } from 'hucre';
import type { CellValue } from 'hucre/xlsx';

import { withoutNamedLetters } from './html-entities.ts';

/** What a page is made of, in its order: runs of text as lines, and tables as rows of cells. */
export type PagePart =
  | { readonly kind: 'text'; readonly lines: readonly string[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly CellValue[])[] };

/** Titles and signatures are shorter; the text of a whole report between two tables is not looked through. */
const MOST_TEXT = 40_000;

/** No report has so many. */
const MOST_TABLES = 2_000;

/** Where one label in a cell ends and the next begins, which the reader itself drops. */
const BREAKS = /<br\s*\/?>|<\/(?:p|div|li)>\s*(?=<(?:p|div|li|ul|ol)\b)|<(?:ul|ol)\b[^<>]*>/giu;
const LINE_ENDS = /<br\s*\/?>|<\/(?:p|div|li|h\d|center|tr)\s*>/giu;

/** Takes a web page apart. Tables within tables stay text of their cell. Throws what the HTML reader throws. */
export function pageParts(page: string): readonly PagePart[] {
  const html = withoutNamedLetters(page);
  const parts: PagePart[] = [];
  let end = 0;
  for (const { from, to } of tablesIn(html)) {
    parts.push(...textPart(html.slice(end, from)), tablePart(html.slice(from, to)));
    end = to;
  }
  return [...parts, ...textPart(html.slice(end))];
}

type Span = { readonly from: number; readonly to: number };

/** Where the outermost tables are; one that is never closed reaches to the end. */
function tablesIn(html: string): readonly Span[] {
  const spans: Span[] = [];
  let depth = 0;
  let from = 0;
  for (const tag of html.matchAll(/<(\/?)table\b[^<>]*>/giu)) {
    const isEnd = tag[1] === '/';
    if (!isEnd && depth === 0) from = tag.index;
    depth = Math.max(0, depth + (isEnd ? -1 : 1));
    if (spans.length > MOST_TABLES) throw new Error(`more than ${String(MOST_TABLES)} tables`);
    if (isEnd && depth === 0) spans.push({ from, to: tag.index + tag[0].length });
  }
  return depth > 0 ? [...spans, { from, to: html.length }] : spans;
}

function tablePart(html: string): PagePart {
  return { kind: 'table', rows: rowsOf(html.replace(BREAKS, '\n')) };
}

function textPart(html: string): readonly PagePart[] {
  const text = bodyOf(html)
    .replace(LINE_ENDS, '\n')
    .replace(/<[^<>]*>/gu, '');
  const cells = text.split('\n').filter((line) => line.trim() !== '');
  if (cells.length === 0) return [];
  // Read as a table of one column, so that entities are undone in one place.
  const rows = rowsOf(
    `<table>${cells.map((line) => `<tr><td>${line}</td></tr>`).join('')}</table>`,
  );
  return [{ kind: 'text', lines: rows.map(([line]) => String(line ?? '')) }];
}

/** What is read of a run of text: nothing of styles and scripts, and of a long one the beginning and the end. */
function bodyOf(html: string): string {
  const lower = html.toLowerCase();
  const ends = ['</head>', '</style>', '</script>', '</xml>'].map((tag) => {
    const at = lower.lastIndexOf(tag);
    return at === -1 ? 0 : at + tag.length;
  });
  const body = html.slice(Math.max(...ends));
  if (body.length <= MOST_TEXT) return body;
  return `${body.slice(0, MOST_TEXT / 2)}\n${body.slice(-MOST_TEXT / 2)}`;
}

function rowsOf(html: string): readonly (readonly CellValue[])[] {
  return fromHtml(html, { typeInference: false, classes: false }).rows;
}
