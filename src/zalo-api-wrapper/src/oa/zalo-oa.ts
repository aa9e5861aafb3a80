import { deadlineOf } from '../deadline.ts';
import type { CallPlace } from '../errors.ts';
import { ZaloCallInvalid } from '../errors.ts';
import { patienceOf } from '../exchange.ts';
import { OA_IMAGE_BYTES } from '../limits.ts';
import { type OaDesk, oaDesk } from './ask.ts';
import { groupMethods } from './groups.ts';
import { groupMessageBody, userMessageBody } from './message-body.ts';
import type { OaFile, ZaloOa, ZaloOaOptions } from './oa-api.ts';
import { File as FileResult, Image, Sent } from './results.ts';

const UPLOAD_TIMEOUT_MS = 60_000;
const UPLOAD_IMAGE: CallPlace = { service: 'oa', method: '/v2.0/oa/upload/image' };
const UPLOAD_FILE: CallPlace = { service: 'oa', method: '/v2.0/oa/upload/file' };
const TO_USER: CallPlace = { service: 'oa', method: '/v3.0/oa/message/cs' };
const TO_GROUP: CallPlace = { service: 'oa', method: '/v3.0/oa/group/message' };

/**
 * An Official Account by the app that works for it. Speaks to nobody until a method is called; throws a `TypeError` at
 * once when a root is no address.
 */
export function zaloOa(options: ZaloOaOptions): ZaloOa {
  const desk = oaDesk(options);
  return {
    renewTokens: ({ signal } = {}) => desk.tokens.renewed(deadlineOf(signal)),
    haveTokens: async (waiting = {}) => {
      const patienceMs = patienceOf(waiting, undefined, options);
      await desk.tokens.usable(deadlineOf(waiting.signal, patienceMs));
    },
    ...uploadMethods(desk, options),
    ...sendingMethods(desk),
    ...groupMethods(desk),
  };
}

function uploadMethods(
  { ask, unconfirmed }: OaDesk,
  { uploadTimeoutMs: timeoutMs = UPLOAD_TIMEOUT_MS }: ZaloOaOptions,
): Pick<ZaloOa, 'uploadImage' | 'uploadFile'> {
  return {
    async uploadImage(image, options) {
      checkSize(UPLOAD_IMAGE, image.bytes.byteLength, OA_IMAGE_BYTES);
      return ask(
        { place: UPLOAD_IMAGE, schema: Image, form: () => formOf(image), timeoutMs },
        options,
      );
    },
    async uploadFile(file, options) {
      checkSize(UPLOAD_FILE, file.bytes.byteLength, unconfirmed.oaFileBytes);
      if (!unconfirmed.fileTypes.includes(file.type)) {
        throw new ZaloCallInvalid(UPLOAD_FILE, 'file-type');
      }
      return ask(
        { place: UPLOAD_FILE, schema: FileResult, form: () => formOf(file), timeoutMs },
        options,
      );
    },
  };
}

function sendingMethods({ ask, unconfirmed }: OaDesk): Pick<ZaloOa, 'sendToUser' | 'sendToGroup'> {
  return {
    async sendToUser(userId, message, options) {
      const body = userMessageBody(message, { place: TO_USER, unconfirmed });
      const json = { recipient: { user_id: userId }, message: body };
      return ask({ place: TO_USER, schema: Sent, json }, options);
    },
    async sendToGroup(groupId, message, options) {
      const body = groupMessageBody(groupId, message, { place: TO_GROUP, unconfirmed });
      const json = { recipient: { group_id: groupId }, message: body };
      return ask({ place: TO_GROUP, schema: Sent, json }, options);
    },
  };
}

function checkSize(place: CallPlace, bytes: number, most: number): void {
  if (bytes === 0) throw new ZaloCallInvalid(place, 'empty');
  if (bytes > most) throw new ZaloCallInvalid(place, 'too-big');
}

function formOf({ bytes, name, type }: OaFile): FormData {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)], { type }), name);
  return form;
}
