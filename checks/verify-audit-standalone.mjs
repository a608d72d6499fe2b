#!/usr/bin/env node
// Proves an exported audit record without a line of the product's own code and without any package:
//
//   node verify-audit-standalone.mjs EXPORT.jsonl KEY-FILE [--noted NUMBER:CODE …]
//
// EXPORT comes from `serai verify-audit --export EXPORT.jsonl`, KEY-FILE from the same command. `--noted` is a head that
// somebody once wrote down from the audit page (event number and its short code): the record must still contain it.
// That is the only way to notice a record that was cut short at its end, its head replaced to match, and every earlier proof
// removed with it.
//
// Every event carries HMAC-SHA-256 over a JSON array of its facts in a fixed order, with its centre, its number and the hash
// of the event before it. So a changed fact, a missing, added, moved or re-joined event shows, and where.
//
// Ends with 0 when all holds, 1 when a place does not, 2 when the files cannot be read.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const version = 'serai-audit-1';
const format = 'serai-audit-export-1';
const genesis = '0'.repeat(64);

const words = {
  gap: 'an event is missing',
  order: 'an event stands out of order, or twice',
  'broken-link': 'the event does not join the one before it',
  altered: 'the event is not what was written',
  head: 'the end of the record does not match its head',
  noted: 'the record no longer contains what was noted',
  unreadable: 'the line cannot be read',
  cut: 'the file is not complete',
};

const [file, keyFile, ...options] = process.argv.slice(2);
if (!file || !keyFile)
  stop('usage: verify-audit-standalone.mjs EXPORT.jsonl KEY-FILE [--noted NUMBER:CODE …]');
const noted = readNoted(options);
const key = readKey(keyFile);

const findings = [];
const chains = new Map();
let lines = 0;
let events = 0;
let end;

try {
  for await (const line of createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    lines += 1;
    if (line !== '') readLine(line);
  }
} catch (error) {
  stop(`${file} cannot be read: ${error.message}`);
}
closeChains();

for (const { centreId, seq, kind, line } of findings) {
  const place = centreId ? `centre ${centreId}, event ${seq}` : `line ${line ?? lines}`;
  console.log(`${kind}: ${place}: ${words[kind]}`);
}
console.log(
  `${events} events of ${chains.size} centres read, ${findings.length === 0 ? 'all hold' : `${findings.length} places do not hold`}`,
);
process.exitCode = findings.length === 0 ? 0 : 1;

function readLine(text) {
  let record;
  try {
    record = JSON.parse(text);
  } catch {
    findings.push({ kind: 'unreadable', line: lines });
    return;
  }
  if (lines === 1 && record?.format !== format) stop(`${file} is not an export of this format (${format})`);
  if (record?.kind === 'head') startChain(record);
  else if (record?.kind === 'event') readEvent(record);
  else if (record?.kind === 'end') end = record;
  else if (record?.kind !== 'start') findings.push({ kind: 'unreadable', line: lines });
}

function startChain({ centreId, seq, hash }) {
  if (chains.has(centreId)) findings.push({ kind: 'order', centreId, seq });
  chains.set(centreId, {
    head: seq === null ? undefined : { seq, hash },
    seq: 0,
    hash: genesis,
    noted: new Set(),
    beyond: false,
  });
}

function readEvent(event) {
  events += 1;
  const chain = chains.get(event.centreId);
  if (!chain) {
    findings.push({ kind: 'head', centreId: event.centreId, seq: event.seq });
    return;
  }
  if (event.seq <= chain.seq) findings.push({ kind: 'order', centreId: event.centreId, seq: event.seq });
  else if (event.seq > chain.seq + 1)
    findings.push({ kind: 'gap', centreId: event.centreId, seq: chain.seq + 1 });
  else if (event.previous !== chain.hash)
    findings.push({ kind: 'broken-link', centreId: event.centreId, seq: event.seq });
  if (!isGenuine(event)) findings.push({ kind: 'altered', centreId: event.centreId, seq: event.seq });
  if (chain.head && event.seq > chain.head.seq && !chain.beyond) {
    chain.beyond = true;
    findings.push({ kind: 'head', centreId: event.centreId, seq: event.seq });
  }
  if (chain.head && event.seq === chain.head.seq) chain.atHead = event.hash;
  for (const note of noted)
    if (event.seq === note.seq && String(event.hash).startsWith(note.code)) note.found = true;
  chain.seq = event.seq;
  chain.hash = event.hash;
}

/** The one place where the order of the facts is written down a second time. */
function isGenuine(e) {
  const text = JSON.stringify([
    version,
    e.centreId,
    e.seq,
    e.previous,
    e.id,
    e.at,
    e.actorKind,
    e.actorId,
    e.sessionId,
    e.roles,
    e.action,
    e.subjectType,
    e.subjectId,
    e.clientId,
    e.relation,
    e.purpose,
    e.fields,
    e.itemCount,
    e.itemIds,
    e.result,
    e.detailKey,
    e.detailSha256,
  ]);
  const expected = createHmac('sha256', key).update(text).digest();
  const found = Buffer.from(String(e.hash), 'hex');
  return found.length === expected.length && timingSafeEqual(found, expected);
}

function closeChains() {
  for (const [centreId, chain] of chains) {
    const held =
      chain.head && (chain.head.seq === 0 ? chain.head.hash === genesis : chain.atHead === chain.head.hash);
    if (!held) findings.push({ kind: 'head', centreId, seq: chain.head?.seq ?? 0 });
  }
  for (const note of noted) if (!note.found) findings.push({ kind: 'noted', centreId: 'any', seq: note.seq });
  if (!end || end.events !== events || end.centres !== chains.size) findings.push({ kind: 'cut' });
}

function readNoted(given) {
  const notes = [];
  for (let at = 0; at < given.length; at += 2) {
    const [, seq, code] = /^(\d+):([0-9a-f-]{4,80})$/i.exec(given[at + 1] ?? '') ?? [];
    if (given[at] !== '--noted' || !seq || !code)
      stop('--noted needs NUMBER:CODE as on the audit page, such as 1234:3f2a-91bc-07de');
    notes.push({ seq: Number(seq), code: code.replaceAll('-', '').toLowerCase(), found: false });
  }
  return notes;
}

function readKey(path) {
  let bytes;
  try {
    bytes = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64');
  } catch (error) {
    stop(`${path} cannot be read: ${error.message}`);
  }
  if (bytes.length !== 32) stop(`${path} is not an audit key`);
  return bytes;
}

function stop(message) {
  console.error(message);
  process.exit(2);
}
