import { writeFileSync } from 'node:fs'
import { KnownError } from '#model/known-error.ts'
import type { GraphStore } from '#store/graph-store.ts'
import type { Command } from './command-arguments.ts'
import { commandOf, USAGE } from './command-arguments.ts'
import { fileAt } from './formats/input-file.ts'
import { ingestFiles } from './ingest.ts'
import { ALL_PRESETS } from './registry.ts'
import type { ImportReport } from './report.ts'

interface Output { readonly write: (text: string) => unknown }
export interface CommandContext {
  /** Opened only when rows are read; closed again by the command. */
  readonly openStore: () => Promise<GraphStore>
  readonly stdout: Output
  readonly stderr: Output
  readonly clock: () => Date
}

/**
 * The command `ingest`. Known failures go to stderr with their code and the next step.
 * @returns exit code: 0 nothing rejected, 2 some rows rejected, 1 nothing read or loaded
 */
export async function runIngest(args: readonly string[], context: CommandContext): Promise<0 | 1 | 2> {
  try {
    const command = commandOf(args)
    if (command.what === 'help') { context.stdout.write(USAGE); return args.length === 0 ? 1 : 0 }
    if (command.what === 'presets') { context.stdout.write(command.json ? `${JSON.stringify(presetList(), null, 2)}\n` : presetText()); return 0 }
    return await ingest(command, context)
  } catch (error) {
    if (!(error instanceof KnownError)) throw error
    context.stderr.write(`${error.code}: ${oneLineEach(error.message)}\n`)
    return 1
  }
}

async function ingest(
  { preset, paths, source, dryRun, json, report: path }: Extract<Command, { what: 'ingest' }>,
  { openStore, stdout, stderr, clock }: CommandContext,
): Promise<0 | 1 | 2> {
  const store = await openStore()
  let report: ImportReport
  try {
    report = await ingestFiles({
      store,
      preset,
      files: paths.map(fileAt),
      source,
      dryRun,
      clock,
      onProgress: ({ phase, rows }) => {
        if (rows > 0 && rows % 10_000 === 0) stderr.write(`${phase}: ${rows}\n`)
      },
    })
  } finally {
    await store.close()
  }
  if (path !== undefined) writeReport(path, report)
  stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : reportText(report))
  return exitCode(report)
}

/** Unchanged rows count as loaded. */
export const exitCode = ({ read, loaded, rejected, skipped }: ImportReport): 0 | 1 | 2 => {
  if (read === 0 || (loaded === 0 && skipped === 0)) return 1
  return rejected > 0 ? 2 : 0
}

function writeReport(path: string, report: ImportReport): void {
  try {
    writeFileSync(path, `${JSON.stringify(report, null, 2)}\n`)
  } catch (error) {
    throw new KnownError('BAD_SETTING', `The report cannot be written to ${path}; the rows were loaded. Name a file in a folder that exists.`, { path }, { cause: error })
  }
}

// Text of a file may hold escape sequences of a terminal.
const printable = (text: string): string => text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, ' ')
const oneLineEach = (text: string): string => text.split('\n').map(printable).join('\n')
const SHOWN = 20

/** A report for people: the sums, then the first problems and all remarks. */
export function reportText(report: ImportReport): string {
  const { read, loaded, rejected, skipped, nodes, statements } = report
  const written = ({ created, updated, unchanged }: ImportReport['nodes']): string => `${created} new, ${updated} changed, ${unchanged} unchanged`
  const lines = [
    `${report.preset}: ${read} rows read = ${loaded} loaded + ${rejected} rejected + ${skipped} skipped${report.dryRun ? ' (nothing written)' : ''}`,
    ...(report.dryRun ? [] : [`  nodes: ${written(nodes)}`, `  statements: ${written(statements)}`]),
    ...(report.opaqueOwners > 0 ? [`  ${report.opaqueOwners} owners without a name (natural persons or not known)`] : []),
    ...Object.entries(report.skippedBecause).map(([reason, count]) => `  skipped ${count}: ${reason}`),
    ...report.droppedColumns.map(({ file, column, because }) => `  ${file}: column “${column}” was not read (${because})`),
    ...report.notes.map(
      ({ text, count, file, row }) =>
        `  note${count > 1 ? ` (${count} times)` : ''}: ${text}${row === undefined ? '' : `, first ${file} row ${row}`}`,
    ),
    ...report.problems
      .slice(0, SHOWN)
      .map(
        ({ file, row, column, code, hint, value }) =>
          `  ${file} row ${row}${column ? `, ${column}` : ''}: ${code}${value ? ` “${value}”` : ''}. ${hint}`,
      ),
    ...(report.problems.length > SHOWN ? [`  … ${report.problems.length - SHOWN} more problems; --report FILE lists all`] : []),
  ]
  return `${lines.map(printable).join('\n')}\n`
}

const presetList = () => ALL_PRESETS.map(({ id, label, doc, format, columns }) => ({ id, label, doc, format, columns }))
const presetText = (): string => presetList().map(({ id, doc, format, columns }) => [
  `${id} (${format === 'table' ? 'CSV or XLSX' : format === 'json' ? 'JSON' : 'GeoJSON'})`, `  ${doc}`,
  ...columns.map((column) => `    ${column.name}${column.required ? ' *' : ''}  ${column.doc}`), '',
].join('\n')).join('\n')
