// The Vietnamese that the page's server says to the person at the keyboard: why a change was refused.

export const REFUSED = {
  noAccess: 'Tài khoản này không được mở tệp. Đề nghị chọn vai khác hoặc nhờ người quản trị chia sẻ tệp.',
  readOnly: 'Tài khoản này chỉ được xem tệp. Đề nghị chọn vai cán bộ hoặc nhờ người quản trị cho quyền sửa.',
  gone: 'Trang này không còn trong tệp. Đề nghị tải lại trang web rồi chọn trang khác.',
  protected: (place: string) =>
    `Ô ${place} được bảo vệ nên không sửa được. Đề nghị nhập vào các ô không khoá, hoặc nhờ người quản trị sửa.`,
  apart: (place: string) => `Vùng ${place} gồm nhiều vùng không khoá khác nhau nên không sửa cùng lúc được. Đề nghị sửa từng ô.`,
  tick: (place: string) =>
    `Ô ${place} là ô đánh dấu nên không nhận chữ. Đề nghị bấm vào ô hoặc nhấn phím cách; khi dán thì để trống cột này.`,
  list: (place: string) => `Ô ${place} chỉ nhận giá trị có trong danh sách. Đề nghị chọn một giá trị trong danh sách của ô.`,
  date: (place: string) => `Ô ${place} chỉ nhận ngày. Đề nghị nhập theo dạng ngày/tháng/năm, ví dụ 02/03/2026.`,
  tooLong: (place: string) => `Ô ${place} vượt quá 50.000 ký tự. Đề nghị rút ngắn nội dung.`,
  merged: (place: string) => `Vùng ${place} có ô đã gộp nên không dán được. Đề nghị bỏ gộp ô, hoặc dán vào vùng khác.`,
  notATick: (place: string) => `Ô ${place} không phải là ô đánh dấu. Đề nghị nhập bằng chữ.`,
  outside: 'Vùng dán vượt quá giới hạn của trang. Đề nghị dán ít dòng hoặc ít cột hơn.',
} as const;
