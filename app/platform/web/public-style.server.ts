import style from '../../ui/public.css?inline';

/** The one stylesheet of public pages, carried inside every one of them. */
export const publicStyle: string = style;
