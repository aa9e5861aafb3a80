import { pino } from 'pino';

import type { Config } from '../config.ts';
import type { Log } from '../log.ts';

/** JSON lines on standard error, one event name each. */
export function pinoLog(level: Config['logLevel']): Log {
  const logger = pino({ level, base: null }, pino.destination(2));
  return {
    info: (event, fields = {}) => logger.info({ event, ...fields }),
    warn: (event, fields = {}) => logger.warn({ event, ...fields }),
    error: (event, fields = {}) => logger.error({ event, ...fields }),
  };
}
