import { once } from 'node:events';

import { expect, test } from 'vitest';

import { AN, BINH, GROUP, SUPERGROUP } from '../doubles/telegram/chats.ts';
import { TelegramDouble, TOKEN } from '../doubles/telegram/telegram-double.ts';
import { fillStore, startProgram, temporaryFolder } from './run-program.ts';

test(
  'npm start with a token: a keeper gets number and picture, a stranger nothing, and a group is let in by its keeper',
  { timeout: 180_000 },
  async () => {
    using store = temporaryFolder();
    await fillStore(store.path);
    await using telegram = await TelegramDouble.open();
    const child = startProgram([], {
      data: store.path,
      variables: {
        PORT: '0',
        LOG_LEVEL: 'error',
        TELEGRAM_BOT_TOKEN: TOKEN,
        TELEGRAM_API_ROOT: telegram.root,
        DUNG_HEN_KEEPERS: `telegram:${String(AN.id)}`,
      },
    });
    const ended = once(child, 'exit');
    const answered = (text: string) =>
      telegram.until(() => telegram.sent.find((message) => message.text.includes(text)));

    telegram.says('/tre-han Nha Trang');
    const answer = await answered('0,77%');
    expect(answer.text).toContain('109/14.114');
    expect(
      Buffer.from(answer.photo ?? [])
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    expect(answer.buttons.map(({ text }) => text)).toContain('CN Nha Trang 0,72%');

    telegram.says('/xep-hang huyện', { chat: SUPERGROUP, from: BINH });
    expect((await answered('chưa được kết nối')).chat).toBe(SUPERGROUP.id);

    telegram.says('/gan-nhom phường Lộc Thọ', { chat: GROUP, from: BINH });
    expect((await answered('Cần mã kết nối')).chat).toBe(GROUP.id);
    telegram.says('/gan-nhom phường Lộc Thọ', { chat: GROUP });
    await answered('Đã kết nối: nhóm của UBND phường Lộc Thọ');
    telegram.says('/tre-han', { chat: GROUP, from: BINH });
    expect((await answered('UBND phường Lộc Thọ, năm 2023')).chat).toBe(GROUP.id);

    child.kill('SIGTERM');
    await ended;
    expect([child.exitCode, child.signalCode]).toEqual([0, null]);
  },
);
