import { element, icon, spoken } from './dom.js';
import { tableNode } from './table.js';
import { words } from './words.js';

/** @typedef {import('../../../replies/reply.ts').Block} Block */
/** @typedef {import('../../../replies/reply.ts').Line} Line */

/**
 * One piece of a reply, by its role.
 * @param {Block} block
 * @returns {HTMLElement}
 */
export function blockNode(block) {
  switch (block.kind) {
    case 'headline':
      return element('p', { class: 'headline' }, ...headlineSpans(block.line));
    case 'warning':
      return element(
        'div',
        { class: 'warning' },
        icon('warning'),
        element('p', {}, spoken(`${words.warning}: `), ...spans(block.line)),
      );
    case 'list':
      return element(
        'ul',
        { class: 'items' },
        ...block.items.map((item) => element('li', {}, ...spans(item))),
      );
    case 'table':
      return tableNode(block);
    case 'text':
    case 'note':
    case 'source':
      return element('p', { class: block.kind }, ...spans(block.line));
  }
}

/** @param {Line} line */
function spans(line) {
  return line.map((span) =>
    typeof span === 'string' ? span : element('strong', {}, span.strong),
  );
}

/**
 * The number of a headline is set large; other emphasis in it (a name) is not.
 * @param {Line} line
 */
function headlineSpans(line) {
  return line.map((span) => {
    if (typeof span === 'string') return span;
    const isFigure = /^[\d.,]+\s*%?$/u.test(span.strong.trim());
    return element('strong', isFigure ? { class: 'figure' } : {}, span.strong);
  });
}
