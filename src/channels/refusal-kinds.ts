/** What a refusal of Zalo's may be said to mean in `config.yaml`, in the words of its client. */
export const REFUSAL_KINDS = [
  'token',
  'limited',
  'refused',
  'not-allowed',
  'not-found',
  'bad-request',
  'server',
  'unknown',
] as const;
