/** The network of centres, for other modules. */
export { otherCentres, type OtherCentre } from './queries/other-centres.query.server.ts';
