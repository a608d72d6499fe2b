/** What an import lets go of when its file's time is over; the numbers and who did what stay. */
export const purgeColumns = (now: Date) => ({
  file_id: null,
  sealed_settings: null,
  sealed_findings: null,
  check_id: null,
  purged_at: now,
});
