/** How the codes of made-up dossiers begin. */
export const SAMPLE_PREFIX = 'MAU.';

/** Whether a dossier is made up, wherever it is met: also in a list that samples were written to. */
export function isSampleCode(code: string): boolean {
  return code.startsWith(SAMPLE_PREFIX);
}
