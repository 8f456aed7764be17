// The ladder of reminders where a plan says nothing: 7 and 2 days before, on the day, 3 days after, then the superior.

export const DEFAULT_REMINDERS = { daysBefore: [7, 2, 0], daysAfter: [3], superiorAfter: 4 } as const;
