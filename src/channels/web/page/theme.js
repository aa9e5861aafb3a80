import { byId } from './dom.js';
import { words } from './words.js';

const root = document.documentElement;
const system = matchMedia('(prefers-color-scheme: dark)');

/** Light or dark as the system has it, until the person chooses; the choice is remembered. */
export function startTheme() {
  const button = byId('theme', HTMLButtonElement);
  show(root.dataset.theme === 'dark');
  button.addEventListener('click', () => {
    const dark = root.dataset.theme !== 'dark';
    remember(dark ? 'dark' : 'light');
    show(dark);
  });
  system.addEventListener('change', () => {
    if (remembered() === null) show(system.matches);
  });
}

/** @param {boolean} dark */
function show(dark) {
  root.dataset.theme = dark ? 'dark' : 'light';
  const label = dark ? words.toLight : words.toDark;
  const button = byId('theme', HTMLButtonElement);
  button.setAttribute('aria-label', label);
  button.title = label;
  const surface = getComputedStyle(root).getPropertyValue('--surface').trim();
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', surface);
}

function remembered() {
  try {
    return localStorage.getItem('theme');
  } catch {
    return null;
  }
}

/** @param {string} theme */
function remember(theme) {
  try {
    localStorage.setItem('theme', theme);
  } catch {
    // Not remembered then; the page works all the same.
  }
}
