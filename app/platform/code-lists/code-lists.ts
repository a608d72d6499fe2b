import { z } from 'zod';
import { channel } from './channel-list.ts';
import { codeList } from './code-list.ts';
import * as consentLists from './consent-lists.ts';
import * as contactLists from './contact-lists.ts';
import * as organisationLists from './organisation-lists.ts';
import * as personLists from './person-lists.ts';
import { service } from './service-list.ts';
import { topic } from './topic-list.ts';

/** Every closed list the programme knows, under the name by which its labels are found. */
export const codeLists = {
  ...personLists,
  ...contactLists,
  ...consentLists,
  ...organisationLists,
  topic,
  topicGroup: codeList(topic.groups),
  service,
  serviceGroup: codeList(service.groups),
  visitReason: codeList(service.groups),
  channel,
  channelGroup: codeList(channel.groups),
};

export type CodeListName = keyof typeof codeLists;
/** `Code<'topic'>` is the union of all topic codes. */
export type Code<N extends CodeListName> = (typeof codeLists)[N]['codes'][number];

export const codeListNames = Object.keys(codeLists) as CodeListName[];

export function isCode<N extends CodeListName>(name: N, value: unknown): value is Code<N> {
  return codeLists[name].has(value);
}

type CodeSchema<N extends CodeListName> = z.ZodEnum<{ [C in Code<N>]: C }>;

const schemas = new Map<CodeListName, unknown>();

/** The Zod enum of a list, the same object at every call. */
export function codeSchema<N extends CodeListName>(name: N): CodeSchema<N> {
  let schema = schemas.get(name);
  if (schema === undefined) {
    schema = z.enum(codeLists[name].codes as readonly string[]);
    schemas.set(name, schema);
  }
  return schema as CodeSchema<N>;
}
