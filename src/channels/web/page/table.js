import { element } from './dom.js';
import { words } from './words.js';

/** @typedef {Extract<import('../../../replies/reply.ts').Block, { kind: 'table' }>} Table */

/** Tables longer than this scroll inside their own box, with the header staying in sight. */
const LONG_TABLE_ROWS = 16;

/**
 * The first column names the row; a box around the table scrolls, so that the page never does. It can be
 * focused, because otherwise the keyboard could not scroll it.
 * @param {Table} table
 */
export function tableNode({ header, rows }) {
  const headRow = element('tr', {}, ...header.map((name) => element('th', { scope: 'col' }, name)));
  const bodyRows = rows.map(([name = '', ...cells]) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, name),
      ...cells.map((cell) => element('td', {}, cell)),
    ),
  );
  const size = rows.length > LONG_TABLE_ROWS ? 'table long' : 'table';
  const table = element(
    'table',
    {},
    element('thead', {}, headRow),
    element('tbody', {}, ...bodyRows),
  );
  const attributes = { class: size, role: 'region', tabindex: '0', 'aria-label': words.table };
  return showingMore(element('div', attributes, table));
}

/**
 * Fades the right edge while there are columns beyond it: on a phone nothing else tells.
 * @param {HTMLElement} box
 */
function showingMore(box) {
  const show = () => {
    const beyond = box.scrollWidth - box.clientWidth - box.scrollLeft;
    box.classList.toggle('more', beyond > 1);
  };
  box.addEventListener('scroll', show, { passive: true });
  new ResizeObserver(show).observe(box);
  return box;
}
