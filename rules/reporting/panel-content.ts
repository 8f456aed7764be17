// Bảng theo dõi: what the sidebar shows. Plain JSON, worked out in the sheet from the register as it stands.

/** A cell to jump to; 0-based as in GridRange. */
export interface JumpTo {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
}

export interface PanelTarget {
  readonly id: string;
  readonly clause: string;
  readonly title: string;
  readonly plan: string;
  readonly actual: string;
  /** "33/52"; absent for counts */
  readonly fraction?: string;
  readonly percent?: string;
  readonly status: string;
  /** key of the status, for colours */
  readonly statusKey: string;
  /** 0 to 1: how far towards its bar; absent where that cannot be said */
  readonly part?: number;
  readonly missing?: string;
  readonly clubs: readonly {
    readonly code: string;
    readonly name: string;
    readonly actual: string;
    readonly status: string;
    readonly statusKey: string;
  }[];
}

export interface PanelFinding {
  readonly severity: string;
  readonly severityKey: 'error' | 'warning' | 'hint';
  readonly message: string;
  readonly repair: string;
  readonly rule: string;
  readonly at?: JumpTo;
}

export interface Panel {
  readonly unit: string;
  readonly plan: string;
  /** the day it was worked out on: 2024-11-20 */
  readonly today: string;
  /** "Tính đến ngày 20/11/2024" */
  readonly asOf: string;
  readonly deadline?: { readonly title: string; readonly due: string; readonly left: string; readonly late: boolean };
  readonly lastRun?: string;
  readonly targets: readonly PanelTarget[];
  readonly findings: readonly PanelFinding[];
}

/** "Which records are behind this figure": codes with their cells; names stay in the sheet. */
export interface RecordsBehind {
  readonly title: string;
  readonly groups: readonly {
    readonly label: string;
    readonly records: readonly { readonly code: string; readonly at?: JumpTo }[];
  }[];
}

/** What Kiểm tra toàn bộ sổ tells: how many of each severity, and the findings themselves, the gravest first. */
export interface CheckResult {
  readonly summary: { readonly error: number; readonly warning: number; readonly hint: number };
  readonly findings: readonly PanelFinding[];
  /** sentences on what could not be judged or written */
  readonly notes?: readonly string[];
  /** the register could not be judged as a whole: nothing found does not mean that nothing is wrong, `notes` tell why */
  readonly unjudged?: true;
}
