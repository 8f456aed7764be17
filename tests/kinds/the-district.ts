// The registers of huyện An Thịnh: four communes with clubs of four members each, and what the district knows of the earlier phase.
import { aClub, aDeclaration, aLoan, people, type Rows } from '../findings/a-register.ts';

export const [PHU, HOA, SON, TOWN] = ['90101', '90102', '90103', '90104'] as const;
const SECTIONS = ['Câu lạc bộ', 'Thành viên', 'Vay vốn'];

/** Clubs of four members each, founded on these days; the first so many of the members have borrowed. */
export function commune(founded: readonly string[], borrowers = 0, more: Rows = {}): Rows {
  return {
    clubs: founded.map((on, index) => aClub({ code: `CLB0${index + 1}`, name: `CLB Mẫu ${index + 1}`, founded: on, regulationDate: on })),
    members: founded.flatMap((_, index) => people(4, `CLB0${index + 1}`, 10 * index + 1)),
    loans: Array.from({ length: borrowers }, (_, index) =>
      aLoan({ code: `VV000${index + 1}`, member: `TV00${String(10 * Math.floor(index / 4) + (index % 4) + 1).padStart(2, '0')}` }),
    ),
    declarations: SECTIONS.map((section, index) => aDeclaration({ code: `XN00${index + 1}`, section, until: '31/12/2025' })),
    ...more,
  };
}
const town = commune(['01/05/2019', '20/05/2024'], 2);
export const UNITS: Readonly<Record<string, Rows>> = {
  [PHU]: commune(['01/03/2018', '10/10/2022'], 4),
  [HOA]: commune(['01/02/2021', '05/05/2023', '05/05/2024'], 6),
  [SON]: commune([]),
  [TOWN]: {
    ...town,
    clubs: (town.clubs ?? []).map((club, index) => (index === 0 ? { ...club, dissolved: '01/06/2023' } : club)),
    members: people(4, 'CLB02', 11),
    loans: ['TV0011', 'TV0012'].map((member, index) => aLoan({ code: `VV000${index + 1}`, member })),
  },
};
export const BASELINES = { [PHU]: 1, [HOA]: 0, [SON]: 0, [TOWN]: 1 };
