/** How Zalo's servers fetch the address of a picture; which way they really do is not documented. */
export type Fetching = 'once' | 'twice' | 'headThenGet' | 'never';

/** A request for a picture, and what came of it. */
export type PictureFetch = {
  readonly method: 'HEAD' | 'GET';
  readonly status: number;
  readonly mediaType: string | null;
  readonly cacheControl: string | null;
  readonly bytes: Uint8Array;
};

const METHODS: Readonly<Record<Fetching, readonly PictureFetch['method'][]>> = {
  once: ['GET'],
  twice: ['GET', 'GET'],
  headThenGet: ['HEAD', 'GET'],
  never: [],
};

/** Fetches a picture the given way from where a public address leads on this machine. */
export async function fetchPicture(
  url: string,
  fetching: Fetching,
): Promise<readonly PictureFetch[]> {
  const fetched: PictureFetch[] = [];
  for (const method of METHODS[fetching]) {
    const response = await fetch(url, { method });
    fetched.push({
      method,
      status: response.status,
      mediaType: response.headers.get('content-type'),
      cacheControl: response.headers.get('cache-control'),
      bytes: await response.bytes(),
    });
  }
  return fetched;
}
