import { writeSync } from 'node:fs';

import { AgencyId } from '../../src/agencies/agency.ts';
import { alertStore } from '../../src/storage/alert-store.ts';
import { openStorage } from '../../src/storage/open.ts';
import { messageOf, SEVEN } from '../outbox/messages.ts';

/*
 * A process that settles one alert after another, each by what it reads, until it is killed or has come far enough: the
 * n-th has n in its state and says n. It tells whenever it has read, to be killed then.
 */
const [file = '', most = '0'] = process.argv.slice(2);
const storage = openStorage(file);
const store = alertStore(storage);
const chat = { channel: 'telegram', chat: '-1' };

for (;;) {
  const { version } = await store.alertsOf(chat);
  writeSync(1, '.');
  if (version >= Number(most)) break;
  const next = version + 1;
  await store.settle(
    {
      ...chat,
      version,
      states: [
        {
          rule: 'overdueRate',
          agency: AgencyId.parse('h-cam-lam'),
          period: null,
          bound: 100,
          amount: { value: next, of: 1_000 },
          since: SEVEN,
          toldAt: SEVEN,
          acknowledgedAt: null,
        },
      ],
      // By whoever: with the process in its key it would be put twice, were it settled twice.
      messages: [messageOf(`alert/${String(next)}/${String(process.pid)}`)],
    },
    SEVEN,
  );
}
storage.close();
