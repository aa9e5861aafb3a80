import { byId, element } from './dom.js';
import { words } from './words.js';

/** @typedef {import('../message.ts').ChartLink} ChartLink */

/**
 * The chart of a message; pressing it shows it full size. `onSize` is called when its height becomes known.
 * @param {ChartLink} chart
 * @param {() => void} onSize
 * @returns {HTMLElement}
 */
export function chartNode(chart, onSize) {
  const image = element('img', { alt: chart.alt, decoding: 'async' });
  const button = element('button', { class: 'chart', type: 'button', title: words.openChart }, image);
  image.addEventListener('load', () => {
    button.classList.add('loaded');
    onSize();
  });
  image.addEventListener('error', () => {
    button.replaceWith(element('p', { class: 'note' }, words.chartFailed));
    onSize();
  });
  image.src = chart.url;
  button.addEventListener('click', () => openViewer(chart));
  return button;
}

/** Lets the viewer be closed by its button, by Escape (the browser's own) and by a press beside the picture. */
export function startViewer() {
  const viewer = byId('viewer', HTMLDialogElement);
  byId('viewer-close', HTMLButtonElement).addEventListener('click', () => viewer.close());
  viewer.addEventListener('click', (event) => {
    if (event.target === viewer) viewer.close();
  });
}

/** @param {ChartLink} chart */
function openViewer({ url, title, alt }) {
  const image = byId('viewer-image', HTMLImageElement);
  image.src = url;
  image.alt = alt;
  const save = byId('viewer-save', HTMLAnchorElement);
  save.href = url;
  save.download = `${title.replace(/[\\/:*?"<>|]/gu, '-')}.png`;
  byId('viewer', HTMLDialogElement).showModal();
}
