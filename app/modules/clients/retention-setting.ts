/** Years after the last contact; a centre sets its own (workflow W1: two years for counselling). */
export function retentionYears(settings: Record<string, unknown> | undefined): number {
  const years = settings?.['retention.counselling-years'];
  return typeof years === 'number' && years >= 0 && years <= 100 ? Math.floor(years) : 2;
}
