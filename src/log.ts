/** What a log line may carry beside its event name: never a token, a phone number or anything of an applicant. */
export type LogFields = Readonly<Record<string, unknown>>;

/** Where events go. Event names are stable words like `telegram.chatMoved`; no prose. */
export type Log = {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
};

/** A log that keeps nothing: for tests and for the console, whose output is the answer itself. */
export const silentLog: Log = { info() {}, warn() {}, error() {} };
