import { parseArgs } from 'node:util'
import { SOURCE_KINDS, codeOf } from '#model/code-lists.ts'
import { KnownError } from '#model/known-error.ts'
import { dayCell } from './parse/dates.ts'
import { urlCell } from './parse/text.ts'
import type { Preset, SourceDefaults } from './preset.ts'
import { presetOf } from './registry.ts'

export const USAGE = `npm run ingest -- <preset> <file…> [options]      reads files into the atlas
npm run ingest -- presets                          lists the presets with their columns

  --source-title TEXT       what the files are, for rows that name no source of their own
  --source-publisher TEXT   who published them
  --source-kind KIND        ${SOURCE_KINDS.codes.map(({ code }) => code).join(', ')}
  --source-url URL          where they were read
  --source-licence TEXT     licence of the data
  --retrieved-on DAY        when, YYYY-MM-DD
  --dry-run                 checks every row and writes nothing
  --report FILE             writes the whole report as JSON
  --json                    prints the whole report as JSON

Exit code: 0 every row is accounted for and none was rejected, 2 some rows were rejected, 1 nothing was read or loaded.
`
const TEXT = { type: 'string' } as const
const FLAG = { type: 'boolean', default: false } as const
const OPTIONS = {
  'source-title': TEXT,
  'source-publisher': TEXT,
  'source-kind': TEXT,
  'source-url': TEXT,
  'source-licence': TEXT,
  'retrieved-on': TEXT,
  report: TEXT,
  'dry-run': FLAG,
  json: FLAG,
  help: FLAG,
} as const

/** What a command line asks for. */
export type Command =
  | { readonly what: 'help' }
  | { readonly what: 'presets'; readonly json: boolean }
  | {
      readonly what: 'ingest'
      readonly preset: Preset
      readonly paths: readonly string[]
      readonly source: Partial<SourceDefaults>
      readonly dryRun: boolean
      readonly json: boolean
      readonly report: string | undefined
    }

const unusable = (message: string): KnownError => new KnownError('BAD_SETTING', `${message}\n\n${USAGE}`)

/** @throws KnownError UNKNOWN_PRESET naming the presets, BAD_SETTING for arguments that cannot be used */
export function commandOf(args: readonly string[]): Command {
  const { values, positionals } = parsed(args)
  const [first, ...paths] = positionals
  if (values.help || first === undefined) return { what: 'help' }
  if (first === 'presets' && paths.length === 0) return { what: 'presets', json: values.json }
  const preset = presetOf(first)
  if (paths.length === 0) throw unusable(`Name at least one file for the preset ${preset.id}.`)
  return { what: 'ingest', preset, paths, source: sourceOf(values), dryRun: values['dry-run'], json: values.json, report: values.report }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true })
  } catch (error) {
    throw unusable(error instanceof Error ? error.message : 'These arguments cannot be read.')
  }
}

function sourceOf(values: Readonly<Partial<Record<keyof typeof OPTIONS, string | boolean>>>): Partial<SourceDefaults> {
  const text = (name: keyof typeof OPTIONS): string | undefined => {
    const value = values[name]
    return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 500) : undefined
  }
  const [title, publisher, licence, url, retrievedOn, written] = [
    text('source-title'),
    text('source-publisher'),
    text('source-licence'),
    text('source-url'),
    text('retrieved-on'),
    text('source-kind'),
  ]
  const kind = written === undefined ? undefined : codeOf(SOURCE_KINDS, written)
  if (written !== undefined && kind === undefined) throw unusable(`--source-kind is one of ${SOURCE_KINDS.codes.map(({ code }) => code).join(', ')}.`)
  for (const cell of [url === undefined ? undefined : urlCell(url, '--source-url'), retrievedOn === undefined ? undefined : dayCell(retrievedOn, '--retrieved-on')]) {
    if (cell && !cell.ok) throw unusable(`${cell.problem.column}: ${cell.problem.hint}`)
  }
  return {
    ...(title ? { title } : {}),
    ...(publisher ? { publisher } : {}),
    ...(licence ? { licence } : {}),
    ...(url ? { url } : {}),
    ...(retrievedOn ? { retrievedOn } : {}),
    ...(kind ? { kind } : {}),
  }
}
