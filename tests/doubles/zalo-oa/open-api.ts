import * as z from 'zod';

import type { Clock } from '../../../src/clock.ts';
import type { OaCall } from './call.ts';
import { OaRefusal } from './faults.ts';
import { Gmf, parsed } from './gmf.ts';

/** A message that is out. */
export type OaSent = {
  readonly id: string;
  readonly to: 'group' | 'user';
  readonly recipient: string;
  readonly text: string;
  readonly image: Uint8Array | null;
  readonly file: Uint8Array | null;
  readonly at: Temporal.Instant;
};

const MOST_BYTES = 1_048_576;
const MOST_FILE_BYTES = 5 * MOST_BYTES;
const WINDOW_DAYS = 7;

const Media = z.strictObject({
  type: z.literal('template'),
  payload: z.strictObject({
    template_type: z.literal('media'),
    elements: z.tuple([
      z.strictObject({ media_type: z.literal('image'), attachment_id: z.string() }),
    ]),
  }),
});
const File = z.strictObject({
  type: z.literal('file'),
  payload: z.strictObject({ token: z.string() }),
});
const Content = z.union([
  z.strictObject({ text: z.string().min(1).max(2000) }),
  z.strictObject({
    text: z.string().min(1).max(2000).optional(),
    attachment: z.union([Media, File]),
  }),
]);
const ToGroup = z.strictObject({
  recipient: z.strictObject({ group_id: z.string() }),
  message: Content,
});
const ToUser = z.strictObject({
  recipient: z.strictObject({ user_id: z.string() }),
  message: Content,
});

const IMAGE_STARTS = ['\x89PNG', '\xFF\xD8\xFF'];

/** What the account can do by the OpenAPI. */
export class OpenApi {
  readonly sent: OaSent[] = [];
  readonly gmf = new Gmf();
  /** When people last wrote to the account. */
  readonly lastHeard = new Map<string, Temporal.Instant>();
  /** Whether words may stand beside a picture: UNCONFIRMED, so not unless a test says so. */
  takesTextBesideImage = false;
  readonly #uploads = new Map<string, Uint8Array>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Pictures that were uploaded are forgotten: how long an id lives is UNCONFIRMED. */
  forgetUploads(): void {
    this.#uploads.clear();
  }

  /** Carries out a call and gives its `data`; throws `OaRefusal`. */
  perform(call: OaCall): unknown {
    const { path, fields } = call;
    switch (path) {
      case '/v3.0/oa/group/message': {
        const { recipient, message } = parsed(ToGroup, fields);
        this.gmf.groupOf(recipient.group_id);
        return this.#send({ to: 'group', recipient: recipient.group_id }, message);
      }
      case '/v3.0/oa/message/cs': {
        const { recipient, message } = parsed(ToUser, fields);
        this.#checkWindow(recipient.user_id);
        return this.#send({ to: 'user', recipient: recipient.user_id }, message);
      }
      case '/v2.0/oa/upload/image':
        return { attachment_id: this.#keepImage(call) };
      case '/v2.0/oa/upload/file':
        return { token: this.#keepFile(call) };
      case '/v3.0/oa/quota/group':
        return this.gmf.quota(call);
      default: {
        const name = /^\/v3\.0\/oa\/group\/(\w+)$/u.exec(path)?.[1] ?? '';
        const data = this.gmf.perform(name, call);
        if (data === null) throw new OaRefusal(404, 'Not found');
        return data;
      }
    }
  }

  #send(where: Pick<OaSent, 'to' | 'recipient'>, content: z.infer<typeof Content>): object {
    const id = `m${String(this.sent.length + 1)}`;
    const bare = { id, ...where, text: '', image: null, file: null, at: this.#clock.now() };
    if (!('attachment' in content)) this.sent.push({ ...bare, text: content.text });
    else if (content.text !== undefined && !this.takesTextBesideImage) {
      throw new OaRefusal(-201, 'Params is invalid: text beside an attachment');
    } else if (content.attachment.type === 'file') {
      this.sent.push({ ...bare, file: this.#uploaded(content.attachment.payload.token) });
    } else {
      const [{ attachment_id: upload }] = content.attachment.payload.elements;
      const { text = '' } = content;
      this.sent.push({ ...bare, text, image: this.#uploaded(upload) });
    }
    return { message_id: id, sent_time: String(this.#clock.now().epochMilliseconds) };
  }

  #uploaded(id: string): Uint8Array {
    const bytes = this.#uploads.get(id);
    if (bytes === undefined) throw new OaRefusal(-214, 'Attachment is invalid');
    return bytes;
  }

  #keepImage({ file }: OaCall): string {
    const start = Buffer.from(file?.bytes.subarray(0, 4) ?? []).toString('latin1');
    if (file === null || !IMAGE_STARTS.some((known) => start.startsWith(known))) {
      throw new OaRefusal(-201, 'file is not an image');
    }
    if (file.bytes.length > MOST_BYTES) throw new OaRefusal(-210, 'file size is over 1 MB');
    return this.#keep('image', file.bytes);
  }

  #keepFile({ file }: OaCall): string {
    if (file === null || !/\.(?:pdf|docx?)$/iu.test(file.name)) {
      throw new OaRefusal(-201, 'file type is not supported');
    }
    if (file.bytes.length > MOST_FILE_BYTES) throw new OaRefusal(-210, 'file size is over 5 MB');
    return this.#keep('file', file.bytes);
  }

  #keep(kind: string, bytes: Uint8Array): string {
    const id = `${kind}-${String(this.#uploads.size + 1)}`;
    this.#uploads.set(id, bytes);
    return id;
  }

  #checkWindow(user: string): void {
    const heard = this.lastHeard.get(user);
    if (heard === undefined) throw new OaRefusal(-213, 'User has not followed OA');
    const until = heard.add({ hours: WINDOW_DAYS * 24 });
    if (Temporal.Instant.compare(this.#clock.now(), until) > 0) {
      throw new OaRefusal(-230, 'User has not interacted with the OA in the past 7 days');
    }
  }
}
