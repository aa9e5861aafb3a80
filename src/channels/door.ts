/** A path some messenger posts to, or fetches from (then HEAD goes as well), to be mounted in the one HTTP server. */
export type Door = {
  readonly path: string;
  readonly method: 'GET' | 'POST';
  /** What is longer is not let in; null = the door reads nothing before it knows who brings it. */
  readonly mostBytes: number | null;
  handle(request: Request): Promise<Response>;
};

/** A response that says nothing but its status. */
export function empty(status: number): Response {
  return new Response(null, { status });
}

/** What was brought; null = it broke off half-way. */
export async function bodyOf(request: Request): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await request.arrayBuffer());
  } catch {
    return null;
  }
}
