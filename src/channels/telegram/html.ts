import { plain, type Span } from '../../replies/reply.ts';
import type { LaidLine } from '../lay-out.ts';

/** Text as Telegram's HTML mode takes it literally. Lone halves of a pair would make the whole message invalid. */
export function escapeHtml(text: string): string {
  const whole = text.toWellFormed();
  if (!/[&<>"]/u.test(whole)) return whole;
  return whole
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Lines as Telegram HTML; every tag opened is closed, so lines may be split between messages beforehand. */
export function htmlOf(lines: readonly LaidLine[]): string {
  return lines.map((line, index) => fixedWidth(lines, index, lineHtml(line))).join('\n');
}

/** Neighbouring lines of columns share one `pre`. */
function fixedWidth(lines: readonly LaidLine[], index: number, html: string): string {
  if (lines[index]?.kind !== 'columns') return html;
  const opens = lines[index - 1]?.kind !== 'columns';
  const closes = lines[index + 1]?.kind !== 'columns';
  return `${opens ? '<pre>' : ''}${html}${closes ? '</pre>' : ''}`;
}

function lineHtml({ kind, line }: LaidLine): string {
  switch (kind) {
    case 'headline':
      return `<b>${escapeHtml(plain(line))}</b>`;
    case 'note':
    case 'source':
      return `<i>${line.map(spanHtml).join('')}</i>`;
    case 'columns':
    case 'gap':
      return escapeHtml(plain(line));
    case 'text':
    case 'list':
    case 'warning':
      return line.map(spanHtml).join('');
  }
}

function spanHtml(span: Span): string {
  return typeof span === 'string' ? escapeHtml(span) : `<b>${escapeHtml(span.strong)}</b>`;
}
