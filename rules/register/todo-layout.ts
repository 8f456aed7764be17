// The fixed places of "Việc cần làm": people's tick boxes, our answers beside them, and where the owned list begins.
// Rows and columns are 0-based, as in Google's GridRange. Nothing here moves once registers exist.

export interface Place {
  readonly row: number;
  readonly column: number;
}
/** A tick box of the people's, its label and our answer. The answer is written by us, the tick by people and cleared by us once answered. */
export interface TickPlace {
  readonly label: Place;
  readonly text: string;
  readonly tick: Place;
  readonly answer: Place;
}
export type TickName = 'recheck' | 'approved' | 'send';

const at = (row: number, column: number): Place => ({ row, column });
const tick = (row: number, text: string): TickPlace => ({ label: at(row, 0), text, tick: at(row, 1), answer: at(row, 2) });

export const TODO_TITLE = { place: at(0, 0), text: 'VIỆC CẦN LÀM' } as const;
/** unit and plan, below the title */
export const TODO_SUBTITLE: Place = at(1, 0);

export const TODO_TICKS: { readonly [K in TickName]: TickPlace } = {
  recheck: tick(3, 'Kiểm tra lại'),
  approved: tick(4, 'Lãnh đạo đã duyệt'),
  send: tick(5, 'Gửi báo cáo'),
};

/** People's own cell: who has approved. It offers the signers of the day, which we list beside it. */
export const TODO_APPROVER = { label: at(3, 3), text: 'Người duyệt (chọn)', value: at(4, 3) } as const;
export const TODO_SIGNERS = { label: at(2, 4), text: 'Người có thể duyệt', first: at(3, 4), rows: 5 } as const;

export const TODO_LAST_RUN = { label: at(7, 0), text: 'Lần chạy tự động gần nhất', value: at(7, 1) } as const;

/** 1-based, as in a tab's declaration: the headers of the owned list */
export const TODO_HEADER_ROW = 10;
/** the first line of the owned list; everything from here down is ours */
export const TODO_LIST: Place = at(TODO_HEADER_ROW, 0);
