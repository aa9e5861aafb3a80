import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { readSensitiveWords } from '../../src/dossiers/read-sensitive-words.ts';
import { sensitiveProcedures } from '../../src/dossiers/sensitive-procedures.ts';

const isSensitive = sensitiveProcedures(
  readSensitiveWords(readFileSync('fixtures/sensitive-procedures.yaml', 'utf8')),
);

describe('what tells about its applicant', () => {
  test.each([
    'Cấp Phiếu lý lịch tư pháp cho công dân Việt Nam',
    'CAP PHIEU LLTP SO 2',
    'Lý lịch tư pháp',
    'Thẩm định hồ sơ lý lịch tư pháp',
    'Người có công',
    'Bảo trợ xã hội',
    'Tín ngưỡng, tôn giáo',
    'Phòng, chống tệ nạn xã hội',
    'Nuôi con nuôi',
    'Khám giám định thương tật lần đầu do tai nạn lao động',
    'Khám giám định mức độ khuyết tật',
    'Tặng Kỷ niệm chương Chiến sĩ cách mạng bị địch bắt, tù đày',
    'Cấp bản sao Bằng Tổ quốc ghi công',
    'Giải quyết chế độ đối với thân nhân liệt sỹ',
    'Hỗ trợ chi phí mai táng',
    'Chấm dứt việc chăm sóc thay thế cho trẻ em',
    'Giải quyết hưởng chế độ ốm đau',
    'Công nhận người có uy tín trong đồng bào dân tộc thiểu số',
    'Trợ cấp cho thương binh và thân nhân',
  ])('%s', (text) => {
    expect(isSensitive(text)).toBe(true);
  });
});

describe('what does not', () => {
  test.each([
    '',
    'Xây dựng',
    'Đăng ký hộ kinh doanh',
    'Đăng ký biến động đất đai của hộ gia đình, cá nhân',
    'Chuyển Phòng Lao động - Thương binh và Xã hội',
    'Lao động, Thương binh và Xã hội',
    'Thi đua, khen thưởng',
    'Hộ tịch',
    'Giám định tư pháp xây dựng',
  ])('%s', (text) => {
    expect(isSensitive(text)).toBe(false);
  });
});
