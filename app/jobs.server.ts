import { auditJobs } from '#modules/audit/jobs.server.ts';
import { contactJobs } from '#modules/contacts/jobs.server.ts';
import { messageJobs } from '#modules/messages/jobs.server.ts';
import { houseKeepingJobs } from '#platform/jobs/house-keeping.server.ts';
import type { Job } from '#platform/jobs/run-jobs.server.ts';

/** The house's own jobs and every module's. */
export const jobs: Job[] = [...houseKeepingJobs, ...auditJobs, ...contactJobs, ...messageJobs];
