import { type Config, readConfig } from './config.ts';
import { ConfigurationInvalid } from './errors.ts';
import { failureLines } from './replies/shell-words.ts';
import type { ShellCommand } from './replies/usage.ts';

type Run = (args: readonly string[], config: Config) => Promise<void>;

/** Each command loads only what it needs: a question from the shell does not wait for the messengers. */
const RUNS: Readonly<Record<ShellCommand, Run>> = {
  start: async (_args, config) => {
    const { start } = await import('./shell/start.ts');
    stopOnSignal(await start(config), config);
  },
  ask: async (args, config) => (await import('./shell/ask.ts')).ask(args, config),
  import: async (args, config) =>
    (await import('./shell/import-files.ts')).importFiles(args, config),
  job: async (args, config) => (await import('./shell/run-job.ts')).runJob(args, config),
  samples: async (args, config) => (await import('./shell/samples.ts')).samples(args, config),
  doctor: async (_args, config) => (await import('./shell/doctor.ts')).doctor(config),
};

/** How often the bot looks whether npm, which does not hand signals on, is still there. */
const LOOK_EVERY_MS = 500;

if (import.meta.main) await main(process.argv.slice(2));

async function main([name = 'start', ...args]: readonly string[]): Promise<void> {
  process.stdout.on('error', (error) => onUnread(error, name));
  try {
    const run = new Map(Object.entries(RUNS)).get(name);
    const asked = run === undefined ? [name] : args;
    if (asked.some((arg) => arg === '--help' || arg === '-h')) return await help(name);
    if (run === undefined) {
      const detail = Object.keys(RUNS).join(', ');
      throw new ConfigurationInvalid([{ code: 'unknownCommand', place: name, detail }]);
    }
    await run(args, readConfig());
  } catch (error) {
    process.stderr.write(`${failureLines(error).join('\n')}\n`);
    process.exitCode = 1;
  }
}

async function help(name: string): Promise<void> {
  const { usageLines } = await import('./replies/usage.ts');
  process.stdout.write(`${usageLines(name).join('\n')}\n`);
}

/** `npm run ask … | head` has read enough, which is no fault; the bot itself goes on when its terminal is gone. */
function onUnread(error: NodeJS.ErrnoException, name: string): void {
  if (error.code !== 'EPIPE') throw error;
  if (name !== 'start') process.exit();
}

/** Answers under way are finished, the store is closed, and what jobs still wait for is given up; a second signal ends at once. */
function stopOnSignal(stop: () => Promise<void>, { startedByNpm }: Config): void {
  let stopping = false;
  const onSignal = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    // What a job has asked of a system that does not answer would keep the program up for minutes.
    void stop().then(() => process.exit());
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  if (startedByNpm) onParentGone(onSignal);
}

/** `npm start` ends by SIGTERM without telling the program it started: an orphan stops as if it had been told. */
function onParentGone(onSignal: () => void): void {
  const parent = process.ppid;
  const looking = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(looking);
    onSignal();
  }, LOOK_EVERY_MS);
  looking.unref();
}
