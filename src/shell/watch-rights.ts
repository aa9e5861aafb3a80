import { ZaloApiError, type ZaloOa } from '#zalo-api-wrapper';

/** The account, and somebody who hears when Zalo refuses to send for want of a plan or a right. */
export function watchRights(oa: ZaloOa, onMissing: (why: string) => Promise<void>): ZaloOa {
  async function watched<Done>(call: Promise<Done>): Promise<Done> {
    try {
      return await call;
    } catch (error) {
      if (error instanceof ZaloApiError && error.kind === 'not-allowed') {
        await onMissing(error.message);
      }
      throw error;
    }
  }
  return {
    ...oa,
    sendToGroup: (group, message, options) => watched(oa.sendToGroup(group, message, options)),
    sendToUser: (user, message, options) => watched(oa.sendToUser(user, message, options)),
    uploadImage: (image, options) => watched(oa.uploadImage(image, options)),
  };
}
