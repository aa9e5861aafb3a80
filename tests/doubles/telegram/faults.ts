/** What can go wrong on the way to Telegram or there. */
export type Fault =
  | {
      readonly kind: 'refusal';
      readonly code: number;
      readonly description: string;
      readonly parameters?: object;
    }
  /** No answer at all, until the double is closed. */
  | { readonly kind: 'hang' }
  /** The connection breaks before the call is carried out. */
  | { readonly kind: 'reset' }
  /** The call is carried out, but its answer is lost. */
  | { readonly kind: 'lostAnswer' };

/** A call the Bot API answers with `ok: false`. */
export class ApiRefusal extends Error {
  readonly code: number;
  readonly parameters: object | undefined;

  constructor(code: number, description: string, parameters?: object) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

const refusal = (code: number, description: string, parameters?: object): Fault =>
  parameters === undefined
    ? { kind: 'refusal', code, description }
    : { kind: 'refusal', code, description, parameters };

export const FLOOD = (seconds: number): Fault =>
  refusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
export const KICKED = refusal(403, 'Forbidden: bot was kicked from the supergroup chat');
export const NOT_FOUND = refusal(400, 'Bad Request: chat not found');
export const NO_PHOTOS = refusal(400, 'Bad Request: not enough rights to send photos to the chat');
export const NO_DOCUMENTS = refusal(
  400,
  'Bad Request: not enough rights to send documents to the chat',
);
export const BAD_GATEWAY = refusal(502, 'Bad Gateway');
export const UNAUTHORIZED = refusal(401, 'Unauthorized');
export const MOVED_TO = (chat: number): Fault =>
  refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
    migrate_to_chat_id: chat,
  });
export const RESET: Fault = { kind: 'reset' };
export const LOST_ANSWER: Fault = { kind: 'lostAnswer' };
export const HANG: Fault = { kind: 'hang' };
