/*
 * Runs before the first picture (a classic script on purpose: modules wait): puts on the theme the person chose,
 * or the system's, so that nobody working in the dark is flashed at.
 */
{
  let chosen = null;
  try {
    chosen = localStorage.getItem('theme');
  } catch {
    // Storage may be closed to pages; the system's theme is right then.
  }
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  document.documentElement.dataset.theme = chosen ?? system;
}
