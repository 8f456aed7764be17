// The workbook's lock: one script at a time gives codes, so that two people never get the same one.

/** Does the work while holding the lock, or without it when it is not to be had within `wait` milliseconds: the work is told. */
export function locked<T>(wait: number, work: (isOurs: boolean) => T): T {
  const lock = LockService.getDocumentLock();
  if (!lock?.tryLock(wait)) return work(false);
  try {
    return work(true);
  } finally {
    lock.releaseLock();
  }
}
