/** An unknown scope is named as the keeper named it. */
const SCOPE_WORDS: Readonly<Record<string, string>> = {
  'one-stop': 'hồ sơ trên hệ thống một cửa của tỉnh',
  'all-systems': 'hồ sơ trên mọi hệ thống, gồm cả đăng ký doanh nghiệp',
  vertical: 'hồ sơ của cơ quan ngành dọc',
  dossiers: 'số đếm từ danh sách hồ sơ',
  'dossiers-part': 'số đếm từ danh sách hồ sơ chưa đủ cả kỳ',
  'dossiers-sample': 'số đếm từ danh sách hồ sơ mẫu',
  survey: 'khảo sát mức độ hài lòng',
  grading: 'xếp loại công tác cải cách hành chính',
  'national-ranking': 'xếp hạng các tỉnh, thành phố',
  'own-scoring': 'cơ quan tự chấm chất lượng giải quyết thủ tục',
  'national-portal': 'số liệu trên Cổng Dịch vụ công quốc gia',
};

/** What figures of a scope cover, in a leader's words. */
export function scopeWords(scope: string): string {
  return SCOPE_WORDS[scope] ?? scope;
}
