// The registers of tỉnh Mẫu: six communes with 2, 1, 1, 0, 0 and, since 2031, 1 clubs of three women each.
import { aClub, aDeclaration, aFundLine, aLoan, people, type Rows } from '../findings/a-register.ts';

const SECTIONS = ['Câu lạc bộ', 'Thành viên', 'Vay vốn', 'Quỹ CLB'];

/** Clubs of three women each, all of them older people, founded on these days. */
const commune = (founded: readonly string[], more: Rows = {}): Rows => ({
  clubs: founded.map((on, index) =>
    aClub({ code: `CLB0${index + 1}`, name: `CLB Mẫu ${index + 1}`, location: null, founded: on, regulationDate: on, model: false }),
  ),
  members: founded.flatMap((on, index) => people(3, `CLB0${index + 1}`, 10 * index + 1).map((one) => ({ ...one, joined: on }))),
  funds: founded.map((_, index) => aFundLine({ code: `Q000${index + 1}`, club: `CLB0${index + 1}`, received: '10.000.000' })),
  declarations: SECTIONS.map((section, index) => aDeclaration({ code: `XN00${index + 1}`, section, until: '31/12/2035' })),
  ...more,
});

const west = commune(['01/03/2029']);
export const UNITS: Readonly<Record<string, Rows>> = {
  '90201': commune(['01/03/2026', '01/03/2027'], {
    loans: ['TV0001', 'TV0002'].map((member, index) => aLoan({ code: `VV000${index + 1}`, member, date: '10/06/2027' })),
    funds: [aFundLine({ received: '50.000.000' }), aFundLine({ code: 'Q0002', club: 'CLB02', received: '10.000.000' })],
  }),
  '90202': commune(['01/03/2028']),
  '90203': { ...west, clubs: (west.clubs ?? []).map((club) => ({ ...club, location: 'Bản Mẫu', model: true })) },
  '90204': commune([]),
  '90205': commune([]),
  '90206': commune(['01/03/2031']),
};
