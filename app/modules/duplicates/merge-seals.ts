const placeOf = (column: string) => (mergeId: string) => ({ table: 'client_merge', column, row: mergeId });

/** Where the choices of a proposal are sealed, under the survivor's key. */
export const choicesPlace = placeOf('sealed_choices');
/** Where the survivor before and after is sealed, under its own key. */
export const beforePlace = placeOf('sealed_before');
