import { describeNumbered, type OpenNumbered } from '../../contracts/numbered-choices-contract.ts';
import { RATE_LIMIT, UNSUPPORTED } from '../../doubles/zalo-oa/faults.ts';
import { AN } from '../../doubles/zalo-oa/zalo-oa-double.ts';
import { openZaloOa } from './open-zalo-oa.ts';

const GROUP = 'f414c8f76fa586fbdfb4';
const BINH = '2468458835296197999';

const open: OpenNumbered = async (app) => {
  const room = await openZaloOa(app);
  const { zalo, time } = room;
  zalo.api.gmf.add(GROUP);
  const say = (text: string, from = AN) => zalo.says(`@Sở Tư pháp ${text}`, { group: GROUP, from });
  return {
    ...room,
    here: { chat: `gmf-${GROUP}`, topic: null },
    events: 'zaloOa',
    async ask(text, from = 'An') {
      const before = zalo.sent.length;
      await say(text, from === 'An' ? AN : BINH);
      await zalo.until(() => zalo.sent.length > before);
      return zalo.sent.at(-1)?.text ?? '';
    },
    async say(text) {
      await say(text);
    },
    refusesOnce: (kind) => zalo.fails('group/message', kind === 'later' ? RATE_LIMIT : UNSUPPORTED),
    later: (ms) => void time.pass(ms),
  };
};

describeNumbered('zalo-oa', open);
