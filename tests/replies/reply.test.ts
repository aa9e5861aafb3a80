import { expect, test } from 'vitest';

import { behindHeadline, type Block, textReply, withHeadline } from '../../src/replies/reply.ts';

const HEADLINE: Block = { kind: 'headline', line: ['0,77%'] };
const SOURCE: Block = { kind: 'source', line: ['Nguồn: …'] };
const NOTE: Block = { kind: 'note', line: ['…'] };

test.each([
  ['behind its first line', [HEADLINE, SOURCE], [HEADLINE, NOTE, SOURCE]],
  ['behind the only line', [HEADLINE], [HEADLINE, NOTE]],
  ['where there is nothing', [], [NOTE]],
])('a further block comes %s', (_, before, after) => {
  const reply = textReply(before, [{ label: 'Xem', send: '/xem' }]);
  expect(behindHeadline(reply, [NOTE])).toEqual({ ...reply, blocks: after });
});

test('the first line is made into another, and nothing else', () => {
  const reply = textReply([HEADLINE, SOURCE]);
  const { blocks } = withHeadline(reply, (line) => ['Nay: ', ...line]);
  expect(blocks).toEqual([{ kind: 'headline', line: ['Nay: ', '0,77%'] }, SOURCE]);
  expect(withHeadline(textReply([SOURCE]), () => ['Nay'])).toEqual(textReply([SOURCE]));
});
