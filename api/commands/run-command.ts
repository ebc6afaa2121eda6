import { KnownError } from '#model/known-error.ts'

/**
 * Runs a command and ends the process with its exit code. What we foresaw is said in one sentence;
 * anything else is a bug and shows where it happened.
 */
export async function runCommand(command: (args: readonly string[]) => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command(process.argv.slice(2))
  } catch (error) {
    process.exitCode = 1
    process.stderr.write(error instanceof KnownError ? `${error.message} (${error.code})\n` : `${error instanceof Error ? error.stack ?? error.message : String(error)}\n`)
  }
}
