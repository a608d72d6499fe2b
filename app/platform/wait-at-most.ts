/**
 * Waits for something that should end, but not for ever.
 * @param limit milliseconds
 * @returns false when the time was over first. Failures count as an end.
 */
export async function waitAtMost(limit: number, work: Promise<unknown> | undefined): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, limit, false);
  });
  const end = (): boolean => true;
  try {
    return await Promise.race([Promise.resolve(work).then(end, end), late]);
  } finally {
    clearTimeout(timer);
  }
}
