import { AskFailed } from './ask-failed.ts';

/** OpenSSL's and Node's names for a certificate that does not hold: expired, unknown issuer, another name. */
const CERTIFICATE = /^(?:CERT_|ERR_TLS_CERT|UNABLE_TO_|INVALID_CA|HOSTNAME_MISMATCH)|SELF_SIGNED/u;
/** What Node says of its callers. */
const MADE_HERE = /^ERR_(?:INVALID|MISSING|HTTP)_/u;

/** What an error of the network or of TLS means; anything else is a fault of the program. */
export function connectionFault(error: unknown): AskFailed | null {
  if (error instanceof AskFailed) return error;
  const code = codeOf(error);
  if (code === '' || MADE_HERE.test(code)) return null;
  const cause = { cause: error };
  if (CERTIFICATE.test(code))
    return new AskFailed({ code: 'certificateInvalid', detail: code }, cause);
  return new AskFailed({ code: 'sourceFailed', detail: code, again: true }, cause);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';
}
