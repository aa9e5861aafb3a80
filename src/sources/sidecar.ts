import { extname } from 'node:path';

/** A table and the file that says what it is bear the same. */
export function stemOf(name: string): string {
  return name.slice(0, name.length - extname(name).length);
}

/** The `.yaml` beside a table; its own name for a `.yaml`. Takes names and paths. */
export function sidecarOf(name: string): string {
  return `${stemOf(name)}.yaml`;
}
