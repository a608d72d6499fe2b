/** The hour of the day, 0 to 23, on a clock in a time zone. */
export const hourOnTheWall = (instant: Date, timeZone: string): number =>
  Number(timeOnTheWall(instant, timeZone).slice(0, 2));

/** `HH:MM` on a clock in a time zone. */
export const timeOnTheWall = (instant: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(instant);
