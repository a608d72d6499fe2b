/** What stands around a list of any module. */
export { ExportForm } from './components/export-form.tsx';
export { ListTools, PrintHead } from './components/list-tools.tsx';
