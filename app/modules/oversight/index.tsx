/** What pages of other modules show of oversight. */
export { EmergencyNotice } from './components/emergency-notice.tsx';
