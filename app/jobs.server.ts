import { auditJobs } from '#modules/audit/jobs.server.ts';
import { proofFilesInUse } from '#modules/clients/index.server.ts';
import { contactJobs } from '#modules/contacts/jobs.server.ts';
import { duplicateJobs } from '#modules/duplicates/jobs.server.ts';
import { erasureJobs } from '#modules/erasures/jobs.server.ts';
import { audioFilesInUse } from '#modules/guides/index.server.ts';
import { guideJobs } from '#modules/guides/jobs.server.ts';
import { importFilesInUse } from '#modules/imports/index.server.ts';
import { importJobs } from '#modules/imports/jobs.server.ts';
import { integrationJobs } from '#modules/integrations/jobs.server.ts';
import { messageJobs } from '#modules/messages/jobs.server.ts';
import { networkJobs } from '#modules/network/jobs.server.ts';
import { oversightJobs } from '#modules/oversight/jobs.server.ts';
import { questionJobs } from '#modules/questions/jobs.server.ts';
import { retentionJobs } from '#modules/retention/jobs.server.ts';
import { sweepFilesJob } from '#platform/files/sweep-files.server.ts';
import { staffJobs } from '#modules/staff/jobs.server.ts';
import { transferJobs } from '#modules/transfers/jobs.server.ts';
import { houseKeepingJobs } from '#platform/jobs/house-keeping.server.ts';
import type { Job } from '#platform/jobs/run-jobs.server.ts';

/** The house's own jobs and every module's. */
export const jobs: Job[] = [
  ...houseKeepingJobs,
  sweepFilesJob([audioFilesInUse, importFilesInUse, proofFilesInUse]),
  ...auditJobs,
  ...contactJobs,
  ...duplicateJobs,
  ...erasureJobs,
  ...guideJobs,
  ...importJobs,
  ...integrationJobs,
  ...messageJobs,
  ...networkJobs,
  ...oversightJobs,
  ...questionJobs,
  ...retentionJobs,
  ...staffJobs,
  ...transferJobs,
];
