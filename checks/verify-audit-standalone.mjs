#!/usr/bin/env node
// Proves an exported audit record without a line of the product's own code and without any package:
//
//   node verify-audit-standalone.mjs EXPORT.jsonl [KEY-FILE] [--heads FILE …] [--public-key KEY] [--noted NUMBER:CODE …]
//
// EXPORT and KEY-FILE come from `serai verify-audit --export EXPORT.jsonl --export-key KEY-FILE`.
// --heads       signed heads that were kept elsewhere: `audit-heads.json` of the data folder or of an old backup. The record
//               must still contain every one of them; that is how a record is caught that was cut short at its end and closed
//               again, with the signed heads inside of it cut away too.
// --public-key  the key on the recovery sheet, the daily sheet or the audit page. Without it the one in the export is
//               believed, and whoever wrote the export could have put their own there.
// --noted       a head that somebody once wrote down: event number and its short code.
//
// Every event carries HMAC-SHA-256 over a JSON array of its facts in a fixed order, with its centre, its number and the hash
// of the event before it. So a changed fact, a missing, added, moved or re-joined event shows, and where. That needs the key.
// Without KEY-FILE, and so without any secret, the links and the signed heads (Ed25519) are checked.
//
// Ends with 0 when all holds, 1 when a place does not, 2 when the files cannot be read.
import { createHmac, createPublicKey, timingSafeEqual, verify } from 'node:crypto';
import { createReadStream, readFileSync, realpathSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const version = 'serai-audit-1';
const formats = ['serai-audit-export-1', 'serai-audit-export-2'];
const headsFormat = 'serai-audit-heads-1';
const genesis = '0'.repeat(64);
// RFC 8410: what stands before the 32 bytes of an Ed25519 public key.
const spki = Buffer.from('302a300506032b6570032100', 'hex');

const words = {
  gap: 'an event is missing',
  order: 'an event stands out of order, or twice',
  'broken-link': 'the event does not join the one before it',
  altered: 'the event is not what was written',
  head: 'the end of the record does not match its head',
  signed: 'the record no longer contains what the house signed',
  signature: 'a signed head is not genuine',
  noted: 'the record no longer contains what was noted',
  key: 'the export names another public key than the one given',
  unreadable: 'the line cannot be read',
  cut: 'the file is not complete',
};

/**
 * Judges an export. `add` takes its lines one after the other, parsed or as text; `finish` says what does not hold.
 * key: 32 bytes of the chain's key, or undefined; publicKey: 32 bytes, or undefined for the one of the export;
 * heads: signed heads kept elsewhere; noted: `{ seq, code }` with the code in hex without dashes.
 */
export function createVerifier({ key, publicKey, heads = [], noted = [] } = {}) {
  const findings = [];
  const chains = new Map();
  const signed = [...heads];
  const notes = noted.map((note) => ({ ...note, found: false }));
  let lines = 0;
  let events = 0;
  let end;
  let named;

  function add(line) {
    lines += 1;
    if (line === '') return undefined;
    let record = line;
    if (typeof line === 'string') {
      try {
        record = JSON.parse(line);
      } catch {
        findings.push({ kind: 'unreadable', line: lines });
        return undefined;
      }
    }
    if (lines === 1 && !formats.includes(record?.format))
      return `not an export of this format (${formats.at(-1)})`;
    if (record?.kind === 'head') startChain(record);
    else if (record?.kind === 'event') readEvent(record);
    else if (record?.kind === 'signed') signed.push(record);
    else if (record?.kind === 'end') end = record;
    else if (record?.kind === 'start') named = record.publicKey;
    else findings.push({ kind: 'unreadable', line: lines });
    return undefined;
  }

  function startChain({ centreId, seq, hash }) {
    if (chains.has(centreId)) findings.push({ kind: 'order', centreId, seq });
    chains.set(centreId, {
      head: seq === null ? undefined : { seq, hash },
      seq: 0,
      hash: genesis,
      hashes: new Map(),
      beyond: false,
    });
  }

  function readEvent(event) {
    events += 1;
    const { centreId, seq } = event;
    const chain = chains.get(centreId);
    if (!chain) {
      findings.push({ kind: 'head', centreId, seq });
      return;
    }
    if (seq <= chain.seq) findings.push({ kind: 'order', centreId, seq });
    else if (seq > chain.seq + 1) findings.push({ kind: 'gap', centreId, seq: chain.seq + 1 });
    else if (event.previous !== chain.hash) findings.push({ kind: 'broken-link', centreId, seq });
    if (key && !isGenuine(event, key)) findings.push({ kind: 'altered', centreId, seq });
    if (chain.head && seq > chain.head.seq && !chain.beyond) {
      chain.beyond = true;
      findings.push({ kind: 'head', centreId, seq });
    }
    if (chain.head && seq === chain.head.seq) chain.atHead = event.hash;
    for (const note of notes)
      if (seq === note.seq && String(event.hash).startsWith(note.code)) note.found = true;
    chain.hashes.set(seq, event.hash);
    chain.seq = seq;
    chain.hash = event.hash;
  }

  function finish() {
    for (const [centreId, chain] of chains) {
      const held =
        chain.head && (chain.head.seq === 0 ? chain.head.hash === genesis : chain.atHead === chain.head.hash);
      if (!held) findings.push({ kind: 'head', centreId, seq: chain.head?.seq ?? 0 });
    }
    checkSigned();
    for (const note of notes)
      if (!note.found) findings.push({ kind: 'noted', centreId: 'any', seq: note.seq });
    if (!end || end.events !== events || end.centres !== chains.size) findings.push({ kind: 'cut' });
    return { events, centres: chains.size, signed: signed.length, lines, findings };
  }

  function checkSigned() {
    const trusted = publicKey ?? (named === undefined ? undefined : Buffer.from(named, 'base64'));
    if (publicKey && named !== undefined && !publicKey.equals(Buffer.from(named, 'base64')))
      findings.push({ kind: 'key', line: 1 });
    const opener = trusted?.length === 32 ? publicKeyOf(trusted) : undefined;
    const told = new Set();
    for (const head of signed) {
      const { centreId, seq } = head;
      const kind = !opener || !isSigned(head, opener) ? 'signature' : 'signed';
      if (kind === 'signed' && chains.get(centreId)?.hashes.get(seq) === head.hash) continue;
      const place = `${kind} ${centreId} ${seq}`;
      if (!told.has(place)) findings.push({ kind, centreId, seq });
      told.add(place);
    }
  }

  return { add, finish };
}

const publicKeyOf = (bytes) =>
  createPublicKey({ key: Buffer.concat([spki, bytes]), format: 'der', type: 'spki' });

/** The one place where what is signed of a head is written down a second time. */
function isSigned({ centreId, seq, hash, signedAt, signature }, opener) {
  const text = JSON.stringify(['serai-head-1', centreId, seq, hash, signedAt]);
  return verify(null, Buffer.from(text), opener, Buffer.from(String(signature), 'base64'));
}

/** The one place where the order of the facts is written down a second time. */
function isGenuine(e, key) {
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

const isProgram = process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url);
if (isProgram) await main(process.argv.slice(2));

async function main(given) {
  const { file, key, publicKey, heads, noted } = readArguments(given);
  const verifier = createVerifier({ key, publicKey, heads, noted });
  try {
    for await (const line of createInterface({
      input: createReadStream(file),
      crlfDelay: Number.POSITIVE_INFINITY,
    })) {
      const wrong = verifier.add(line);
      if (wrong) stop(`${file} is ${wrong}`);
    }
  } catch (error) {
    stop(`${file} cannot be read: ${error.message}`);
  }
  const { events, centres, signed, lines, findings } = verifier.finish();
  for (const { centreId, seq, kind, line } of findings) {
    const place = centreId ? `centre ${centreId}, event ${seq}` : `line ${line ?? lines}`;
    console.log(`${kind}: ${place}: ${words[kind]}`);
  }
  const what = key ? 'events' : 'events (their links; no key was given to check each one)';
  console.log(
    `${events} ${what} of ${centres} centres and ${signed} signed heads read, ${findings.length === 0 ? 'all hold' : `${findings.length} places do not hold`}`,
  );
  process.exitCode = findings.length === 0 ? 0 : 1;
}

function readArguments(given) {
  const [file, second] = given;
  if (!file || file.startsWith('--'))
    stop(
      'usage: verify-audit-standalone.mjs EXPORT.jsonl [KEY-FILE] [--heads FILE …] [--public-key KEY] [--noted NUMBER:CODE …]',
    );
  const hasKey = second !== undefined && !second.startsWith('--');
  const found = {
    file,
    key: hasKey ? readKey(second) : undefined,
    heads: [],
    noted: [],
    publicKey: undefined,
  };
  for (let at = hasKey ? 2 : 1; at < given.length; at += 2) {
    const value = given[at + 1] ?? '';
    if (given[at] === '--noted') found.noted.push(readNoted(value));
    else if (given[at] === '--heads') found.heads.push(...readHeads(value));
    else if (given[at] === '--public-key') found.publicKey = bytesOfKey(value, '--public-key');
    else stop(`unknown: ${given[at]}`);
  }
  return found;
}

function readNoted(text) {
  const [, seq, code] = /^(\d+):([0-9a-f-]{4,80})$/i.exec(text) ?? [];
  if (!seq || !code) stop('--noted needs NUMBER:CODE as on the audit page, such as 1234:3f2a-91bc-07de');
  return { seq: Number(seq), code: code.replaceAll('-', '').toLowerCase() };
}

function readHeads(path) {
  try {
    const read = JSON.parse(readFileSync(path, 'utf8'));
    if (read.format === headsFormat && Array.isArray(read.heads)) return read.heads;
  } catch (error) {
    stop(`${path} cannot be read: ${error.message}`);
  }
  return stop(`${path} holds no signed heads`);
}

function readKey(path) {
  try {
    return bytesOfKey(readFileSync(path, 'utf8'), path);
  } catch (error) {
    return stop(`${path} cannot be read: ${error.message}`);
  }
}

function bytesOfKey(text, where) {
  const bytes = Buffer.from(text.trim(), 'base64');
  if (bytes.length !== 32) stop(`${where} is not a key of this kind`);
  return bytes;
}

function stop(message) {
  console.error(message);
  process.exit(2);
}
