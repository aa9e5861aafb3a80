/** A body from outside as JSON; undefined when it is none, as JSON has no undefined. */
export function jsonOf(body: string | Uint8Array): unknown {
  try {
    const value: unknown = JSON.parse(
      typeof body === 'string' ? body : new TextDecoder('utf-8', { fatal: true }).decode(body),
    );
    return value;
  } catch {
    return undefined;
  }
}
