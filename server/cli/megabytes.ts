/** Whole megabytes, never nothing for something. */
export const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 ** 2);
