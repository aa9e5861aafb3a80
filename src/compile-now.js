import { readdirSync } from 'node:fs';
import { flushCompileCache } from 'node:module';

/*
 * Run once when the packages are installed, so that already the first start finds everything compiled (see
 * compile-cache.js). JavaScript, because the Node that installs may be too old to read TypeScript: then nothing is
 * compiled, and installing goes on.
 */
const ROOMS = ['../src/', '../commands/', '../jobs/'];

if (process.features.typescript) {
  await import('./compile-cache.js');
  for (const file of ROOMS.flatMap(filesIn)) {
    // Importing does nothing; what is meant for a thread fails here, after it was compiled.
    await import(file.href).catch(() => undefined);
  }
  flushCompileCache();
}
// Whatever a library opened is not waited for.
process.exit(0);

/** @param {string} room */
function filesIn(room) {
  const folder = new URL(room, import.meta.url);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      (name) =>
        name.endsWith('.ts') && !name.includes('node_modules') && !/tests|\.d\.ts$/u.test(name),
    )
    .map((name) => new URL(name.replaceAll('\\', '/'), folder));
}
