import jsonata from 'jsonata';

import type { Bindings } from './map-message.ts';

/** Reads something from a value. Throws `ExpressionFailed`. */
export type Reader = (from: unknown, bindings: Bindings) => unknown;

/** An expression cannot be read, or went wrong; `detail` quotes nothing of the data. */
export class ExpressionFailed extends Error {
  override readonly name = 'ExpressionFailed';
  readonly detail: string;
  readonly code: 'mappingFailed' | 'mappingTooSlow';

  constructor(detail: string, code: ExpressionFailed['code'], options?: ErrorOptions) {
    super(detail, options);
    this.detail = detail;
    this.code = code;
  }
}

const TOO_SLOW = 'D1012';

/** Names with points between them: what nearly every field is. JSONata takes six times as long for it. */
const PATH = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/u;
const WORDS = new Set(['true', 'false', 'null', 'and', 'or', 'in', 'function']);

/** One evaluation takes no longer, goes no deeper and makes no longer list. */
const GUARDS = { timeout: 2_000, stack: 400, sequence: 1_000_000 } as const;

/** Prepares an expression. Throws `ExpressionFailed` when it cannot be read. */
export function expressionReader(text: string): Reader {
  const whole = jsonataReader(text);
  const names = text.split('.');
  if (!PATH.test(text) || names.some((name) => WORDS.has(name))) return whole;
  // Lists on the way have a meaning of their own, which JSONata knows.
  return (from, bindings) => {
    const found = along(from, names);
    return found === LIST ? whole(from, bindings) : found;
  };
}

const LIST = Symbol('list');

function along(from: unknown, names: readonly string[]): unknown {
  let at = from;
  for (const name of names) {
    if (Array.isArray(at)) return LIST;
    if (!isObject(at) || !Object.hasOwn(at, name)) return undefined;
    at = at[name];
  }
  return at;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object';
}

function jsonataReader(text: string): Reader {
  const expression = guarded(() => jsonata(text, GUARDS));
  return async (from, bindings) => {
    try {
      const found: unknown = await expression.evaluate(from, bindings);
      return found;
    } catch (error) {
      throw failureOf(error);
    }
  };
}

function guarded<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw failureOf(error);
  }
}

/** What JSONata throws is no `Error`, but an object with a code. */
function failureOf(error: unknown): ExpressionFailed {
  const { code, message, position } = isObject(error) ? error : {};
  if (typeof code !== 'string' || typeof message !== 'string') {
    return new ExpressionFailed('', 'mappingFailed', { cause: error });
  }
  if (code === TOO_SLOW) {
    return new ExpressionFailed(`> ${String(GUARDS.timeout)} ms`, 'mappingTooSlow');
  }
  const at = typeof position === 'number' ? ` @${String(position)}` : '';
  // Its words quote values.
  const words = message.replace(/"[^"]*"|: .*$/gu, '').trim();
  return new ExpressionFailed(`${code}${at} ${words}`.trim(), 'mappingFailed');
}
