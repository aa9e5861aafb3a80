import { expect, test } from 'vitest';

import { AskFailed } from '../../../src/sources/http/ask-failed.ts';
import { sameHost } from '../../../src/sources/http/follow.ts';

function followed(from: string, to: string): string {
  try {
    return sameHost(new URL(from), to).href;
  } catch (error) {
    if (error instanceof AskFailed) return error.code;
    throw error;
  }
}

test.each([
  ['https://a.example.vn/x', '/y', 'https://a.example.vn/y'],
  ['https://a.example.vn/x', '?p=2', 'https://a.example.vn/x?p=2'],
  ['https://a.example.vn/x', '//a.example.vn/y', 'https://a.example.vn/y'],
  ['http://a.example.vn/x', 'https://a.example.vn/x', 'https://a.example.vn/x'],
  ['http://a.example.vn:8080/x', 'https://a.example.vn/x', 'https://a.example.vn/x'],
  ['http://a.example.vn/x', 'https://a.example.vn:9000/x', 'redirectedElsewhere'],
  ['https://a.example.vn/x', '//b.example.vn/y', 'redirectedElsewhere'],
  ['https://a.example.vn/x', 'https:\\\\b.example.vn/y', 'redirectedElsewhere'],
  ['https://a.example.vn/x', 'https://a.example.vn@b.example.vn/', 'redirectedElsewhere'],
  ['https://a.example.vn/x', 'https://a.example.vn.b.vn/', 'redirectedElsewhere'],
  ['https://a.example.vn/x', 'https://a.example.vn:8443/x', 'redirectedElsewhere'],
  ['https://a.example.vn/x', 'http://a.example.vn/x', 'redirectedElsewhere'],
  ['https://a.example.vn/x', 'file:///etc/passwd', 'redirectedElsewhere'],
  ['https://a.example.vn/x', 'https://[', 'redirectedElsewhere'],
])('from %s to %s: %s', (from, to, where) => {
  expect(followed(from, to)).toBe(where);
});
