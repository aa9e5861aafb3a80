import { expect, test } from 'vitest';

import { WEBHOOK_PATH } from '../../src/channels/zalo-oa/webhook.ts';
import { WEBHOOK_KEY } from '../doubles/zalo-oa/events.ts';
import { APP_ID, APP_SECRET, FIRST_REFRESH_TOKEN } from '../doubles/zalo-oa/oauth.ts';
import { AN, ZaloOaDouble } from '../doubles/zalo-oa/zalo-oa-double.ts';
import { fillStore, runProgram, temporaryFolder } from './run-program.ts';
import { startServing } from './serving-program.ts';

const BINH = '1111111111111111111';
const GROUP = 'f414c8f76fa586fbdfb4';

const variablesOf = (zalo: ZaloOaDouble) => ({
  PORT: '0',
  LOG_LEVEL: 'error',
  ZALO_OA_APP_ID: APP_ID,
  ZALO_OA_APP_SECRET: APP_SECRET,
  ZALO_OA_WEBHOOK_KEY: WEBHOOK_KEY,
  ZALO_OA_REFRESH_TOKEN: FIRST_REFRESH_TOKEN,
  ZALO_OA_API_ROOT: zalo.root,
  ZALO_OAUTH_ROOT: zalo.root,
  DUNG_HEN_KEEPERS: `zalo-oa:${AN}`,
});

test(
  'npm start with an Official Account: figures as on Telegram, a choice by number, a group let in by its keeper',
  { timeout: 180_000 },
  async () => {
    using store = temporaryFolder();
    await fillStore(store.path);
    await using zalo = await ZaloOaDouble.open();
    zalo.api.gmf.add(GROUP, 'Nhóm phường Lộc Thọ');
    const variables = variablesOf(zalo);
    await using program = await startServing({ data: store.path, variables });
    zalo.events.url = program.url + WEBHOOK_PATH;
    const answered = (words: string) =>
      zalo.until(() => zalo.sent.find(({ text }) => text.includes(words)));

    await zalo.says('/tre-han Nha Trang');
    const answer = await answered('0,77%');
    expect(answer.text).toContain('109/14.114');
    expect(answer).toMatchObject({ to: 'user', recipient: AN });
    const picture = await zalo.until(() => zalo.sent.find(({ image }) => image !== null));
    expect(
      Buffer.from(picture.image ?? [])
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    const number = /(\d)\. CN Nha Trang/u.exec(answer.text)?.[1];
    await zalo.says(number ?? '');
    await answered('Chi nhánh Văn phòng Đăng ký đất đai Nha Trang, năm 2023');

    await zalo.says('/xep-hang huyện', { from: BINH, group: GROUP });
    expect(await answered('chưa được kết nối')).toMatchObject({ to: 'group', recipient: GROUP });
    await zalo.says('/gan-nhom phường Lộc Thọ', { group: GROUP });
    await answered('Đã kết nối');
    await zalo.says('/tre-han', { from: BINH, group: GROUP, place: 'message.conversation_id' });
    expect((await answered('UBND phường Lộc Thọ, năm 2023')).recipient).toBe(GROUP);

    expect(await zalo.says('/tre-han', { key: 'a stranger’s' })).toBe(401);
    expect(await program.stop()).toEqual([0, null]);
    expect(zalo.oauth.renewals).toBe(1);

    // The variable still holds the spent token; what is in the store is used, and needs no renewal yet.
    const job = await runProgram(['job', 'renew-zalo-token'], { data: store.path, variables });
    expect(job.code).toBe(0);
    expect(job.out).toContain('renewed=0 failed=0');
    const doctor = await runProgram(['doctor'], { data: store.path, variables });
    expect(doctor.out).toContain('✓ Zalo OA: refresh token dùng được đến');
    // Its only keeper is on the account itself.
    expect(doctor.out).toContain('⚠ Zalo OA: không có người quản trị ở kênh khác');
  },
);
