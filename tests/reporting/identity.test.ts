// Who a register belongs to, and to whom it writes on a day.
import { describe, expect, it } from 'vitest';
import { identityOf } from '../../rules/register/identity.ts';
import { aRegister, type Rows } from '../findings/a-register.ts';
import { day } from '../progress/a-commune.ts';

const facts = (...unitInfo: NonNullable<Rows['unitInfo']>) => identityOf(aRegister({ unitInfo }));

describe('the facts of a unit', () => {
  it.each(['15/12/2023', '15-12-2023', '15.12.2023', '2023-12-15', 45_275, '45275'])(
    'start reporting on 15/12/2023 when %j was written',
    (value) => {
      expect(facts({ item: 'Báo cáo từ ngày', value }).reportsFrom).toBe('2023-12-15');
    },
  );

  it('start reporting on the day under Từ ngày, and never where no day is written', () => {
    expect(facts({ item: 'Báo cáo từ ngày', from: '15/12/2023' }).reportsFrom).toBe('2023-12-15');
    expect(facts({ item: 'Báo cáo từ ngày', value: 'năm ngoái' }).reportsFrom).toBeUndefined();
    expect(facts().reportsFrom).toBeUndefined();
  });

  it('name an office’s address by its name and the day', () => {
    const { addressOf } = facts(
      { item: 'Nơi nhận báo cáo', value: 'UBND huyện Định Hoá', email: 'cu@dinhhoa.example', to: '30/06/2025' },
      { item: 'Nơi nhận báo cáo', value: 'UBND huyện Định Hóa', email: 'moi@dinhhoa.example', from: '01/07/2025' },
    );
    expect(addressOf('UBND huyện Định Hóa', day('2025-06-30'))).toBe('cu@dinhhoa.example');
    expect(addressOf('UBND huyện Định Hóa', day('2025-07-01'))).toBe('moi@dinhhoa.example');
    expect(addressOf('UBND huyện Phú Lương', day('2025-07-01'))).toBeUndefined();
  });

  it.each(['văn thư huyện', 'vanthu@dinhhoa', 'a@b.example, c@d.example', 'Minh <minh@quyky.example>'])(
    'hold no address in “%s”',
    (email) => {
      const { contactOn, officialAddresses } = facts(
        { item: 'Người liên hệ', value: 'Nguyễn Văn Minh', email },
        { item: 'Hộp thư công vụ', value: 'UBND xã Quy Kỳ', email },
      );
      expect(contactOn(day('2024-12-20'))).toBeUndefined();
      expect(officialAddresses(day('2024-12-20'))).toEqual([]);
    },
  );
});
