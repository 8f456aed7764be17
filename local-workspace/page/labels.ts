// The Vietnamese that the page's server says to the person at the keyboard: why a change was refused.
import type { Refused } from '../sheets/validation.ts';

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

const LEFT_OUT = {
  tick: 'là ô đánh dấu nên không nhận chữ',
  list: 'chỉ nhận giá trị có trong danh sách',
  date: 'chỉ nhận ngày',
} as const;

/** Of a paste: which cells kept what they held, and why. */
export function leftOutOf(
  cells: readonly { readonly why: Refused; readonly places: { readonly named: string; readonly more: number; readonly count: number } }[],
): string {
  const said = cells.map(({ why, places: { named, more, count } }) => {
    const which = more === 0 ? named : `${named} và ${more} ô khác`;
    return `${count === 1 ? 'Ô' : 'Các ô'} ${which} ${LEFT_OUT[why]}.`;
  });
  return `${said.join(' ')} Phần dán vào đó được bỏ qua, các ô còn lại đã dán xong. Đề nghị xem lại các ô này rồi nhập trực tiếp.`;
}
