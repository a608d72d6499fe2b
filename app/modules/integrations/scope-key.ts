/** A scope's name as a key of the texts: dots would be read as steps. */
export const scopeKey = (scope: string): string => scope.replace('.', '-');
