import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';

import * as z from 'zod';

import type { AnswerArchive, KeptAnswer } from '../polling/answer-archive.ts';
import { momentText } from './moment.ts';
import type { Storage } from './open.ts';

const INSERT_ANSWER = `insert into answers (source, request, at, outcome, body)
  values (:source, :request, :at, :outcome, :body)`;
const NEWEST_GOOD = `select b.gzip from answers a join answer_bodies b on b.content_hash = a.body
  where a.source = +? and a.request = +? and a.at >= +? and a.outcome = 'good' order by a.id desc limit 1`;
const NEWEST_ON = `select b.gzip from answers a join answer_bodies b on b.content_hash = a.body
  where a.source = +? and substr(a.request, 1, length(+?) + 1) = ? || ' ' and a.outcome = 'good'
  order by a.id desc limit 1`;
const IN_VAIN = `select count(*) from answers where source = +? and at >= +? and outcome = +?`;

const Gzip = z
  .instanceof(Uint8Array)
  .optional()
  .transform((gzip) => (gzip === undefined ? null : gunzipSync(gzip)));
const unpacked = (cell: unknown): Uint8Array | null => Gzip.parse(cell);
const Tries = z.int().nonnegative();

/** The answers kept in `storage`. */
export function answerArchive({ database }: Storage): AnswerArchive {
  const insertBody = database.prepare(
    'insert or ignore into answer_bodies (content_hash, gzip) values (?, ?)',
  );
  const insert = database.prepare(INSERT_ANSWER);
  const newest = database.prepare(NEWEST_GOOD).pluck();
  const newestOn = database.prepare(NEWEST_ON).pluck();
  const inVain = database.prepare(IN_VAIN).pluck();

  const keepBody = (body: Uint8Array): string => {
    const hash = createHash('sha256').update(body).digest('hex');
    insertBody.run(hash, gzipSync(body));
    return hash;
  };
  const keep = database.transaction((answer: KeptAnswer) => {
    const { source, request, at, outcome } = answer;
    const body = answer.outcome === 'good' ? keepBody(answer.body) : null;
    insert.run({ source, request, at: momentText(at), outcome, body });
  });
  return {
    keep: async (answer) => {
      keep.immediate(answer);
    },
    goodSince: async (source, { request, since }) => {
      return unpacked(newest.get(source, request, momentText(since)));
    },
    newestOn: async (source, endpoint) => unpacked(newestOn.get(source, endpoint, endpoint)),
    vainSince: async (source, since) => {
      const count = (outcome: string) =>
        Tries.parse(inVain.get(source, momentText(since), outcome));
      return { turnedAway: count('turnedAway'), failed: count('failed') };
    },
  };
}
