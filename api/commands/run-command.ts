import { KnownError } from '#model/known-error.ts'

export type Command = (args: readonly string[]) => Promise<number>

/**
 * Runs a command and ends the process with its exit code. What we foresaw is said in one sentence;
 * anything else is a bug and shows where it happened.
 */
export async function runCommand(command: Command): Promise<void> {
  process.exitCode = await exitCodeOf(command, process.argv.slice(2), (text) => process.stderr.write(text))
}

/** Exit code of a command: 1 when it failed, and why on `err`. */
export async function exitCodeOf(command: Command, args: readonly string[], err: (text: string) => void): Promise<number> {
  try {
    return await command(args)
  } catch (error) {
    err(error instanceof KnownError ? `${error.message} (${error.code})\n` : `${error instanceof Error ? error.stack ?? error.message : String(error)}\n`)
    return 1
  }
}

/** Refuses arguments where a command has none: one that is passed over would mislead. @throws KnownError BAD_SETTING */
export function refuseArguments(command: string, args: readonly string[], hint: string): void {
  if (args.length > 0) throw new KnownError('BAD_SETTING', `npm run ${command} takes no arguments; not “${args.join(' ').slice(0, 80)}”. ${hint}`)
}
