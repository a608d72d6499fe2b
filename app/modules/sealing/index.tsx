/** The emergency lock, for the frame of the workspace and for a locked screen; the question of the guided set-up. */
export { OpeningFields } from './components/opening-fields.tsx';
export { PanicFold } from './components/panic-fold.tsx';
export { PanicKey } from './components/panic-key.tsx';
export { PanicMenu } from './components/panic-menu.tsx';
