/** How the households module shows itself on a person's file. */
export { HouseholdSummary } from './components/household-summary.tsx';
