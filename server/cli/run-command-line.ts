import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createTranslators } from '#platform/language/translators.server.ts';
import type { Translate, Translators } from '#platform/language/translators.ts';
import { programDir } from '#platform/program-dir.server.ts';
import { type Command, exitCode } from './command.ts';
import { commandNames, findCommand } from './commands.ts';
import { describeCliProblem } from './describe-cli-problem.ts';
import { commandHelp, overview, readVersion } from './help.ts';
import { processTerminal, type Terminal } from './terminal.ts';
import { terminalLanguage } from './terminal-language.ts';

interface CommandLineOptions {
  environment?: Record<string, string | undefined>;
  terminal?: Terminal;
}

/** Runs one command line (without the program's own name). Resolves with the exit code; never throws. */
export async function runCommandLine(
  words: readonly string[],
  options: CommandLineOptions = {},
): Promise<number> {
  const environment = options.environment ?? process.env;
  const terminal = options.terminal ?? processTerminal();
  const translators = createTranslators({ dir: join(programDir, 'locales') });
  const language = terminalLanguage(environment);
  const t = translators.for(language, ['cli', 'common']);
  const [name, ...rest] = words;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h')
    return help(terminal, t, rest[0]);
  if (name === 'version' || name === '--version' || name === '-v') {
    terminal.print(`serai ${readVersion()}`);
    return exitCode.done;
  }
  const command = await findCommand(name);
  if (!command) return misuse(terminal, t('usage.unknownCommand', { name }));
  return runCommand(command, rest, { environment, terminal, t, translators, language });
}

interface Surroundings {
  environment: Record<string, string | undefined>;
  terminal: Terminal;
  t: Translate;
  translators: Translators;
  language: string;
}

async function runCommand(command: Command, words: readonly string[], around: Surroundings): Promise<number> {
  const { environment, terminal, t, translators, language } = around;
  const parsed = parse(command, words);
  if (parsed === undefined) return misuse(terminal, t('usage.wrongOptions', { name: command.name }), command);
  if (parsed.values['help'] === true) return help(terminal, t, command.name);
  const [word, ...more] = parsed.positionals;
  if (more.length > 0 || (word !== undefined && !command.words?.includes(word))) {
    return misuse(terminal, t('usage.wrongOptions', { name: command.name }), command);
  }
  try {
    return await command.run({ options: parsed.values, word, environment, terminal, t });
  } catch (error) {
    terminal.progressDone();
    if (error instanceof Error && error.name === 'AbortError') {
      terminal.warn(t('brokenOff'));
      return exitCode.interrupted;
    }
    for (const line of describeCliProblem(error, translators, language, environment['SERAI_LOG'] === 'debug'))
      terminal.warn(line);
    return exitCode.failed;
  }
}

interface ParsedWords {
  values: Record<string, string | boolean | undefined>;
  positionals: string[];
}

function parse(command: Command, words: readonly string[]): ParsedWords | undefined {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, { type }]) => [name, { type }]),
  );
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
      strict: true,
    });
    return {
      values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, asOne(value)])),
      positionals,
    };
  } catch {
    // Node's own words would repeat what was typed, which may be a key pasted in the wrong place.
    return undefined;
  }
}

async function help(terminal: Terminal, t: Translate, name: string | undefined): Promise<number> {
  const command = name === undefined ? undefined : await findCommand(name);
  if (name !== undefined && !command) return misuse(terminal, t('usage.unknownCommand', { name }));
  for (const line of command ? commandHelp(command, t) : overview(commandNames, t)) terminal.print(line);
  return exitCode.done;
}

function misuse(terminal: Terminal, sentence: string, command?: Command): number {
  terminal.warn(sentence);
  terminal.warn(`  serai ${command ? `${command.name} --help` : 'help'}`);
  return exitCode.usage;
}

/** No option of ours may be given twice. */
const asOne = (value: unknown) =>
  typeof value === 'string' || typeof value === 'boolean' ? value : undefined;
