import { type Config, readConfig } from './config.ts';
import { ConfigurationInvalid } from './errors.ts';
import { failureLines } from './replies/shell-words.ts';
import { ask } from './shell/ask.ts';
import { doctor } from './shell/doctor.ts';
import { importFiles } from './shell/import-files.ts';
import { runJob } from './shell/run-job.ts';
import { start } from './shell/start.ts';

type Run = (args: readonly string[], config: Config) => Promise<void>;

const RUNS: Readonly<Record<string, Run>> = {
  start: async (_args, config) => stopOnSignal(await start(config)),
  ask,
  import: importFiles,
  job: runJob,
  doctor: async (_args, config) => doctor(config),
};

try {
  const [name = 'start', ...args] = process.argv.slice(2);
  const run = RUNS[name];
  if (run === undefined) {
    const detail = Object.keys(RUNS).join(', ');
    throw new ConfigurationInvalid([{ code: 'unknownCommand', place: name, detail }]);
  }
  await run(args, readConfig());
} catch (error) {
  process.stderr.write(`${failureLines(error).join('\n')}\n`);
  process.exitCode = 1;
}

/** Answers under way are finished, then the store is closed; a second signal ends at once. */
function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    void stop();
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}
