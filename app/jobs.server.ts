import { auditJobs } from '#modules/audit/jobs.server.ts';
import { contactJobs } from '#modules/contacts/jobs.server.ts';
import { messageJobs } from '#modules/messages/jobs.server.ts';
import type { Job } from '#platform/jobs/run-jobs.server.ts';

/** Every module's jobs. */
export const jobs: Job[] = [...auditJobs, ...contactJobs, ...messageJobs];
