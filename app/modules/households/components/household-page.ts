import type { GuardianState } from '../household.ts';
import type { ShownGuardian, ShownHousehold, ShownPerson } from '../queries/household-of.query.server.ts';

/** What the parts of the page are given. */
export interface HouseholdPage {
  clientId: string;
  minor: boolean;
  guardianState: GuardianState;
  households: ShownHousehold[];
  guardians: ShownGuardian[];
  wards: ShownPerson[];
  /** What was searched for, and whom it found. */
  text: string;
  found: { value: string; label: string }[];
  /** Keys of the forms, by what they are about. */
  keys: Record<string, string>;
  may: { find: boolean; link: boolean; close: boolean; guardian: boolean };
}
