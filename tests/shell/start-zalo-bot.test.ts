import { expect, test } from 'vitest';

import { AN as TELEGRAM_AN } from '../doubles/telegram/chats.ts';
import { TelegramDouble, TOKEN as TELEGRAM_TOKEN } from '../doubles/telegram/telegram-double.ts';
import { AN, BINH, GROUP, OTHER_GROUP, TOKEN } from '../doubles/zalo-bot/chats.ts';
import { ZaloBotDouble } from '../doubles/zalo-bot/zalo-bot-double.ts';
import { fillStore, runProgram, temporaryFolder } from './run-program.ts';
import { startServing } from './serving-program.ts';

const PUBLIC_URL = 'https://dung-hen.example.vn';

const words = (text: string) => text.replaceAll(/\s+/gu, ' ').trim();

test(
  'npm start with a token of Zalo: a group gets by mention what Telegram gets, numbers are answers, links outlive a restart',
  { timeout: 180_000 },
  async () => {
    using store = temporaryFolder();
    await fillStore(store.path);
    let local = '';
    await using zalo = await ZaloBotDouble.open({ publicUrl: PUBLIC_URL, local: () => local });
    await using telegram = await TelegramDouble.open();
    zalo.platform.fetching = 'headThenGet';
    const start = async () => {
      const program = await startServing({
        data: store.path,
        variables: {
          PORT: '0',
          LOG_LEVEL: 'error',
          PUBLIC_URL,
          ZALO_BOT_TOKEN: TOKEN,
          ZALO_BOT_API_ROOT: zalo.root,
          TELEGRAM_BOT_TOKEN: TELEGRAM_TOKEN,
          TELEGRAM_API_ROOT: telegram.root,
          DUNG_HEN_KEEPERS: `zalo-bot:${AN.id},telegram:${String(TELEGRAM_AN.id)}`,
        },
      });
      local = program.url;
      await zalo.until(() => zalo.incoming.hook !== null);
      return program;
    };
    const answered = (text: string, from = 0) =>
      zalo.until(() => zalo.sent.slice(from).find((message) => message.text.includes(text)));
    const inGroup = { chat: GROUP, mention: true };

    await using program = await start();
    zalo.says('/gan-nhom lãnh đạo', inGroup);
    expect((await answered('Đã kết nối')).chat).toBe(GROUP.id);
    zalo.says('Nha Trang trễ hạn bao nhiêu?', { ...inGroup, from: BINH });
    const answer = await answered('0,77%');
    // Zalo looks at a picture in its own time.
    await zalo.until(() => answer.fetched[1]);
    expect(answer.fetched.map(({ method, status }) => [method, status])).toEqual([
      ['HEAD', 200],
      ['GET', 200],
    ]);
    telegram.says('Nha Trang trễ hạn bao nhiêu?');
    const [there] = await telegram.messages(1);
    expect(answer.text).toContain('109/14.114');
    expect(words(answer.text)).toContain(words(there?.text ?? '-'));
    expect(answer.text).toContain('1. CN Nha Trang 0,72%');

    zalo.says('/xep-hang huyện', { chat: OTHER_GROUP, mention: true, from: BINH });
    // A bare command never arrives there, and nobody has told the bot's name.
    expect((await answered('chưa được kết nối')).text).toContain('@(tên bot) /gan-nhom');
    expect(await program.stop()).toEqual([0, null]);
    zalo.incoming.setHook(null);

    await using again = await start();
    zalo.says('1', { ...inGroup, from: BINH });
    expect((await answered('0,72%', 3)).text).toContain('Chi nhánh Văn phòng Đăng ký đất đai');
    const opened = await fetch(local + (answer.photoUrl ?? '').slice(PUBLIC_URL.length));
    expect([opened.status, opened.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(await again.stop()).toEqual([0, null]);
  },
);

test('npm start with a token of Zalo and no public address ends at once and says why', async () => {
  using store = temporaryFolder();
  const { code, said } = await runProgram([], {
    data: store.path,
    variables: { PORT: '0', ZALO_BOT_TOKEN: TOKEN, PUBLIC_URL: 'http://bot.example.vn' },
  });
  expect(code).toBe(1);
  expect(said).toContain('PUBLIC_URL: Zalo Bot cần PUBLIC_URL bắt đầu bằng https://');
});
