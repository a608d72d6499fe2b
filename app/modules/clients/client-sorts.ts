/** Orders of the list of people that can be asked for; each name stands for a column and a direction. */
export const clientSorts = [
  'registered',
  'first-registered',
  'served',
  'longest-ago',
  'file',
  'file-down',
] as const;
