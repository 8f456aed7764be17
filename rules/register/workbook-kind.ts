// What tells a superior's workbook from a commune's register: the tab Đơn vị.

/** Its sheetId. */
export const UNITS_SHEET = 201;
