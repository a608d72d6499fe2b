/** What is kept how long, for pages of other modules. */
export { KeptClasses } from './components/kept-classes.tsx';
