import type { ClientIdentity } from './client.ts';
import type { ClientRow } from './client.tables.server.ts';

/** What the two forms of a file hold, under the names of their inputs. */
export function editableFile(row: ClientRow, identity: ClientIdentity) {
  return {
    names: identity.names,
    sex: row.sex,
    birth: identity.birth,
    ageBand: row.age_band,
    nationalities: row.nationalities,
    originCountry: row.origin_country,
    originAdmin1: row.origin_admin1,
    originPlace: identity.originPlace,
    destinations: row.destinations,
    currentPlace: identity.currentPlace,
    address: identity.address,
    stage: row.stage,
    purpose: row.purpose,
    categories: [...row.categories, ...(identity.delicateCategories ?? [])],
    languages: row.languages,
    literacy: row.literacy,
    education: row.education,
    employment: row.employment,
    sector: row.sector,
    dependants: row.dependants,
    heardVia: row.heard_via,
    staffSexPreference: row.staff_sex_preference,
    emergencyContact: identity.emergencyContact,
    legalStatus: identity.legalStatus,
    gender: identity.gender,
    marital: identity.marital,
    disability: identity.disability,
    idDocuments: identity.idDocuments ?? [],
    note: identity.note,
    phones: identity.phones,
    messageApp: identity.messageApp,
    email: identity.email,
    contactWarning: identity.contactWarning,
  };
}
export type EditableFile = ReturnType<typeof editableFile>;
