// How a report is called in one breath: its title and its period without a word said twice.

/** "Báo cáo năm" and "năm 2024" are "Báo cáo năm 2024"; "Báo cáo tổng kết Đề án" and "tổng kết giai đoạn …" say tổng kết once. */
export function reportName(title: string, label: string): string {
  const words = title.split(' ');
  const overlap = words.findIndex((_, at) => `${label} `.toLowerCase().startsWith(`${words.slice(at).join(' ')} `.toLowerCase()));
  if (overlap >= 0) return [...words.slice(0, overlap), label].join(' ');
  const [, kind = '', rest = ''] = /^(sơ kết|tổng kết) (.+)$/.exec(label) ?? [];
  return kind !== '' && title.toLowerCase().includes(kind) ? `${title} ${rest}` : `${title} ${label}`;
}
