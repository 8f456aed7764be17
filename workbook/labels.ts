// The few Vietnamese words of the sheet's frame; headers and help come from the column declarations.

export const LABELS = {
  required: 'Bắt buộc nhập.',
  writtenByUs: 'Cột này do hệ thống ghi, đề nghị không sửa.',
  /** descriptions of protected ranges: people see them under Dữ liệu > Trang tính và dải ô được bảo vệ, and repair knows its own by them */
  protectedTab: 'Sổ CLB: trang do hệ thống ghi',
  protectedHeader: 'Sổ CLB: dòng tiêu đề',
  protectedColumns: 'Sổ CLB: cột do hệ thống ghi',
} as const;
