import { type CallPlace, ZaloCallInvalid } from '../errors.ts';
import type { Unconfirmed } from '../unconfirmed.ts';
import type { OaGroupMessage, OaMessage } from './oa-api.ts';

/** From the ASCII characters that can be seen to their full-width forms. */
const WIDE = 0xfe_e0;

/** What a message is written by. */
export type Writing = { readonly place: CallPlace; readonly unconfirmed: Unconfirmed };

/** The `message` of a call to a person; throws `ZaloCallInvalid`. */
export function userMessageBody(message: OaMessage, writing: Writing): object {
  switch (message.kind) {
    case 'text':
      return { text: checked(message.text, writing) };
    case 'image':
      return imageBody(message, writing);
    case 'file':
      return { attachment: { type: 'file', payload: { token: message.fileToken } } };
  }
}

/** The `message` of a call to a group; throws `ZaloCallInvalid`. Nobody is mentioned by a text that is not meant to. */
export function groupMessageBody(
  groupId: string,
  message: OaGroupMessage,
  writing: Writing,
): object {
  const { before, after } = writing.unconfirmed.mention;
  const plain = (text: string) => withoutMentions(text, before);
  switch (message.kind) {
    case 'mention': {
      const parts = message.parts.map((part) => {
        if (typeof part === 'string') return plain(part);
        return `${before}${'userId' in part ? part.userId : groupId}${after}`;
      });
      return { text: checked(parts.join(''), writing) };
    }
    case 'text':
      return userMessageBody({ ...message, text: plain(message.text) }, writing);
    case 'image':
      return message.text === undefined
        ? userMessageBody(message, writing)
        : userMessageBody({ ...message, text: plain(message.text) }, writing);
    case 'file':
      return userMessageBody(message, writing);
  }
}

/**
 * A text in which nothing begins a mention: the first character of the mark is replaced by its wide sister, which looks
 * alike and leaves the length as it is. Also at the end, where what follows could complete the mark.
 */
function withoutMentions(text: string, mark: string): string {
  if (mark === '') return text;
  const [first = ''] = mark;
  const wide = String.fromCharCode(first.charCodeAt(0) + WIDE);
  const safe = text.replaceAll(mark, wide + mark.slice(1));
  return safe.endsWith(first) ? safe.slice(0, -1) + wide : safe;
}

function imageBody(
  { attachmentId, text }: Extract<OaMessage, { kind: 'image' }>,
  writing: Writing,
): object {
  if (text !== undefined && !writing.unconfirmed.textBesideImage) {
    throw new ZaloCallInvalid(writing.place, 'text-beside-image');
  }
  return {
    ...(text === undefined ? {} : { text: checked(text, writing) }),
    attachment: {
      type: 'template',
      payload: {
        template_type: 'media',
        elements: [{ media_type: 'image', attachment_id: attachmentId }],
      },
    },
  };
}

function checked(text: string, { place, unconfirmed }: Writing): string {
  if (text === '') throw new ZaloCallInvalid(place, 'text-empty');
  if (text.length > unconfirmed.oaTextLimit) throw new ZaloCallInvalid(place, 'text-too-long');
  return text;
}
