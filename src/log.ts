/** What a log line may carry beside its event name: never a token, a phone number or anything of an applicant. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** Where events go. Event names are stable words like `telegram.chatMoved`; no prose. */
export type Log = {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
};

/** A log that keeps nothing: for tests and for the console, whose output is the answer itself. */
export const silentLog: Log = { info() {}, warn() {}, error() {} };

/** Deeper chains of causes are cut off: only a circle is that long. */
const MOST_CAUSES = 5;

/** Tokens of the Bot API, which stand in its addresses and so in messages of the network. */
const TOKEN = /\d{5,}:[\w-]{20,}/gu;

/** What went wrong as one text for the log: each fault with its name, its message and where it was thrown, then its cause. */
export function faultText(cause: unknown): string {
  const faults: string[] = [];
  for (let at: unknown = cause; faults.length < MOST_CAUSES; at = at.cause) {
    faults.push(described(at));
    if (!(at instanceof Error) || at.cause === undefined) break;
  }
  return faults.join(' <- ').replaceAll(TOKEN, '<token>');
}

function described(fault: unknown): string {
  if (!(fault instanceof Error)) return typeof fault === 'string' ? fault : typeof fault;
  const code = 'code' in fault && typeof fault.code === 'string' ? ` ${fault.code}` : '';
  const place = /\n\s+(at .+)/u.exec(fault.stack ?? '')?.[1];
  return `${fault.name}${code}: ${fault.message}${place === undefined ? '' : ` (${place})`}`;
}
