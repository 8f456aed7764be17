// What a demo club of many lacks or has too much of. It goes by the club's place among all clubs, so that it is known how many do.
import type { FoundedClub } from './founding.ts';

export const lacksIncomeFund = ({ place }: FoundedClub): boolean => place % 10 === 3;
export const lacksRegulation = ({ place }: FoundedClub): boolean => place % 20 === 6;
export const lendsLittle = ({ place }: FoundedClub): boolean => place % 10 === 1 || place % 20 === 6;
export const skipsAnArea = ({ place }: FoundedClub): boolean => place % 10 === 1 || place % 14 === 9;
export const hasManyOlder = ({ place }: FoundedClub): boolean => place % 7 === 3;
export const hasFewWomen = ({ place }: FoundedClub): boolean => place % 11 === 5;
export const hasDoubtfulAges = ({ place }: FoundedClub): boolean => place % 5 === 0;
export const isUntrained = ({ place }: FoundedClub): boolean => place % 12 === 5;
export const isUnsupervised = ({ place }: FoundedClub): boolean => place % 9 === 4;
