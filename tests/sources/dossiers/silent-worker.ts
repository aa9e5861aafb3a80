import { parentPort } from 'node:worker_threads';

// Listens and never answers.
parentPort?.on('message', () => undefined);
