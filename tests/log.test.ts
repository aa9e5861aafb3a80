import { describe, expect, test } from 'vitest';

import { faultText } from '../src/log.ts';

/** Without a stack, so that the whole text can be compared. */
function fault(message: string, more: { readonly cause?: unknown; readonly code?: string } = {}) {
  return Object.assign(new TypeError(message), more, { stack: '' });
}

describe('a fault in the log', () => {
  test.each([
    ['name and message', fault('no such thing'), 'TypeError: no such thing'],
    ['the code', fault('gone', { code: 'ENOENT' }), 'TypeError ENOENT: gone'],
    [
      'its causes',
      fault('a', { cause: fault('b', { cause: 'c' }) }),
      'TypeError: a <- TypeError: b <- c',
    ],
    ['a text that was thrown', 'broken', 'broken'],
    ['nothing that was thrown', undefined, 'undefined'],
    ['the kind of anything else, not what is in it', { password: 'x' }, 'object'],
  ])('tells %s', (_what, thrown, text) => {
    expect(faultText(thrown)).toBe(text);
  });

  test('tells where it was thrown', () => {
    expect(faultText(new Error('here'))).toMatch(/^Error: here \(at .*log\.test\.ts:\d+:\d+\)?/u);
  });

  test('ends when causes go round in a circle', () => {
    const first = fault('a');
    const second = fault('b', { cause: first });
    Object.assign(first, { cause: second });
    expect(faultText(first).split(' <- ')).toHaveLength(5);
  });

  test('never tells a token, also not in a cause', () => {
    const token = '7123456789:AAF-x_abcdefghijklmnopqrstuvwxyz12';
    const text = faultText(
      fault('a', { cause: fault(`https://api.telegram.org/bot${token}/getMe`) }),
    );
    expect(text).toBe('TypeError: a <- TypeError: https://api.telegram.org/bot<token>/getMe');
  });
});
