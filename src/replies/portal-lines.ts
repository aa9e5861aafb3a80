/** What the doctor says of the departments on the national portal; the keeper names those it could not. */
export function portalLine(
  source: string,
  known: {
    readonly named: number;
    readonly unnamed: readonly { readonly name: string; readonly code: string | null }[];
  } | null,
): string {
  if (known === null) return `· Nguồn ${source}: Cổng DVCQG chưa trả lời lần nào.`;
  const { named, unnamed } = known;
  const all = `· Nguồn ${source}: ${String(named)}/${String(named + unnamed.length)} đơn vị trên Cổng DVCQG khớp danh mục`;
  if (unnamed.length === 0) return `${all}.`;
  const names = unnamed.map(({ name, code }) => (code === null ? name : `${code} ${name}`));
  return `${all}; chưa khớp, ghi vào departments nếu cần: ${names.join('; ')}.`;
}
