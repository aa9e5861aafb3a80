import type { Log, LogFields } from '../../src/log.ts';

/** One line of the log. */
export type Logged = { readonly level: string; readonly event: string; readonly fields: LogFields };

/** A log that can be read, and waited for. */
export class KeptLog implements Log {
  readonly lines: Logged[] = [];
  readonly #watchers = new Set<() => void>();

  info(event: string, fields: LogFields = {}) {
    this.#keep({ level: 'info', event, fields });
  }

  warn(event: string, fields: LogFields = {}) {
    this.#keep({ level: 'warn', event, fields });
  }

  error(event: string, fields: LogFields = {}) {
    this.#keep({ level: 'error', event, fields });
  }

  /** The first line of this event, once it is written. */
  async line(event: string): Promise<Logged> {
    for (;;) {
      const line = this.lines.find((logged) => logged.event === event);
      if (line !== undefined) return line;
      await new Promise<void>((resolve) => {
        this.#watchers.add(resolve);
      });
    }
  }

  #keep(line: Logged): void {
    this.lines.push(line);
    for (const watcher of this.#watchers) watcher();
    this.#watchers.clear();
  }
}
