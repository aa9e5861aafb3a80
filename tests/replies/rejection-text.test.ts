import { describe, expect, test } from 'vitest';

import { rejectionText } from '../../src/replies/rejection-text.ts';
import { INTAKE_PROBLEMS } from '../../src/snapshots/intake-problem.ts';

const AT = Temporal.Instant.from('2026-11-23T08:05+07:00');
const textOf = (...codes: readonly string[]) =>
  rejectionText(
    {
      source: 'so-lieu',
      name: 'bang.xlsx',
      problems: codes.map((code, at) => ({
        code,
        place: `bang.xlsx:${String(at + 12)}:E`,
        detail: '?',
      })),
    },
    AT,
  );

test('says what is wrong and where, what to do and whom to ask', () => {
  expect(textOf('notANumber', 'unknownAgency').split('\n')).toEqual([
    'Tệp bang.xlsx không được nạp lúc 08:05 ngày 23/11/2026.',
    'Kho số liệu giữ nguyên: không dòng nào của tệp này được dùng.',
    '',
    'Sai ở đâu:',
    '- bang.xlsx, dòng 12, cột E: không phải số: ?',
    '- bang.xlsx, dòng 13, cột E: không có cơ quan này trong danh mục (đã ghi; gần nhất): ?',
    '',
    'Cần làm gì:',
    '- Sửa các ô nêu ở trên trong tệp gốc.',
    '- Ghi tên cơ quan đúng như danh mục; nếu là cơ quan mới hoặc đổi tên thì bổ sung vào danh mục.',
    '- Sau đó chép tệp đã sửa vào lại thư mục (không chép vào rejected/), lần kiểm tra kế tiếp sẽ nạp.',
    '',
    'Hỏi ai:',
    '- người lập hoặc người gửi bảng này',
    '- người quản trị bot (danh mục cơ quan, cấu hình nguồn trong config.yaml)',
    '',
  ]);
});

describe('every problem has something to do and someone to ask', () => {
  test.each(Object.keys(INTAKE_PROBLEMS))('%s', (code) => {
    const text = textOf(code);
    expect(text).toMatch(/Cần làm gì:\n- .+\n- Sau đó/u);
    expect(text).toMatch(/Hỏi ai:\n- .+\n/u);
    expect(text).not.toContain(code);
  });
});

test('what only its past speaks against may be true: the way to say so is told', () => {
  const text = textOf('implausibleJump');
  expect(text).toContain('chuyển tệp này từ rejected/ về thư mục');
  expect(text).toContain('npm run -s job -- poll-figures/so-lieu --believe');
  expect(text).not.toContain('Sửa các ô nêu ở trên');
});

test.each(['listShrank', 'olderThanKnown'])('the same of a list: %s', (code) => {
  const text = textOf(code);
  expect(text).toContain('Mở tệp xem có đủ hồ sơ không');
  expect(text).toContain('npm run -s job -- poll-dossiers/so-lieu --believe');
});

test('the same advice is given once, and fifty faults are enough', () => {
  const text = textOf(...Array.from({ length: 60 }, () => 'notANumber'));
  expect(text.match(/không phải số/gu)).toHaveLength(50);
  expect(text).toContain('- … còn 10 lỗi nữa');
  expect(text.match(/Sửa các ô nêu ở trên/gu)).toHaveLength(1);
});
