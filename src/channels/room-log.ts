import type { Log } from '../log.ts';

/** A log whose events belong to one messenger: `answerFailed` of `zaloBot` is written down as `zaloBot.answerFailed`. */
export type RoomLog = Log & { readonly room: string };

/** The log of one messenger's room, for what several rooms share. */
export function roomLog(room: string, log: Log): RoomLog {
  return {
    room,
    info: (event, fields) => log.info(`${room}.${event}`, fields),
    warn: (event, fields) => log.warn(`${room}.${event}`, fields),
    error: (event, fields) => log.error(`${room}.${event}`, fields),
  };
}
