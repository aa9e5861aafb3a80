import { readFileSync } from 'node:fs';
import { getCACertificates } from 'node:tls';

import { afterEach, describe, expect, test } from 'vitest';

import { poll } from '../../../src/polling/poll.ts';
import { httpFigures } from '../../../src/sources/http/http-figures.ts';
import {
  AUTHORITY,
  type Certificate,
  OneStopDouble,
} from '../../doubles/one-stop/one-stop-double.ts';
import { shelf } from '../../polling/shelf.ts';
import { askingRoom, COUNTS, directory, figureOptions } from './asking.ts';

let double: OneStopDouble;
afterEach(() => double[Symbol.asyncDispose]());

const TRUSTED = [...getCACertificates(), readFileSync(AUTHORITY, 'utf8')];

async function polledWith(shown: Certificate, ca: readonly string[] | null) {
  double = await OneStopDouble.open(shown);
  double.sets('H32.01', COUNTS);
  const room = { ...askingRoom(), ca };
  const source = httpFigures(figureOptions(double, { allowHttp: false }), room);
  return (await poll(source, { store: shelf(), directory, clock: room.clock })).payloads;
}

describe('certificates', () => {
  test('of the named authority are trusted', async () => {
    expect(await polledWith('good', TRUSTED)).toMatchObject([{ kind: 'taken' }]);
  });

  test.each<[Certificate, readonly string[] | null, string]>([
    ['good', null, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['expired', TRUSTED, 'CERT_HAS_EXPIRED'],
    ['another-name', TRUSTED, 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ])('%s is not, and nothing is asked', async (shown, ca, detail) => {
    expect(await polledWith(shown, ca)).toMatchObject([
      { kind: 'refused', problems: [{ code: 'certificateInvalid', detail }] },
    ]);
    expect(double.requests).toEqual([]);
  });

  test('a redirect from TLS to none is not followed', async () => {
    double = await OneStopDouble.open('good');
    const plain = double.root.replace('https:', 'http:');
    double.fails({ kind: 'redirects', to: `${plain}/thong-ke` });
    const room = { ...askingRoom(), ca: TRUSTED };
    const source = httpFigures(figureOptions(double), room);
    const { payloads } = await poll(source, { store: shelf(), directory, clock: room.clock });
    expect(payloads).toMatchObject([{ problems: [{ code: 'redirectedElsewhere' }] }]);
    expect(double.requests).toHaveLength(1);
  });
});
