import { CODE_LISTS } from '#model/code-lists.ts'
import { GLOSSARY } from '#model/glossary.ts'
import { ExposedIn } from '#model/derived/exposed-in.ts'
import { ERROR_CODES } from '#model/known-error.ts'
import type { Model } from '#model/model.ts'
import type { Properties } from '#model/property.ts'
import { storedName } from '#model/record.ts'
import { provenance } from '#model/statement-kind.ts'
import { TEMPLATES } from '#model/templates.ts'
import { csvColumns } from './csv-columns.ts'

/** A bar inside a Markdown cell would end it. */
const cell = (text: string): string => text.replaceAll('|', '\\|')
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n')

function propertyTable(properties: Properties): string {
  return table(['property', 'type', 'required', 'stored as', 'meaning', 'same as'], Object.entries(properties).map(([name, { type, required, doc, sameAs }]) => [
    `\`${name}\``, type.name, required ? 'yes' : '', Object.keys(type.stored).map((suffix) => `\`${storedName(name, suffix)}\``).join(' '), doc, sameAs ?? '',
  ]))
}

const section = (title: string, ...parts: readonly string[]): string => [`## ${title}`, ...parts].join('\n\n')

/** The reference page of the model, as Markdown. Pure: the same model gives the same bytes. */
export function referenceDocs(model: Model): string {
  return `${[
    '# Reference',
    'Made from the model by `npm run generate`; do not edit.',
    section('Nodes', ...model.nodes.map(({ name, doc, properties }) => `### ${name}\n\n${doc}\n\n${propertyTable(properties)}`)),
    section(
      'Statements',
      `Every statement carries:\n\n${propertyTable(provenance)}`,
      ...model.statements.map(
        ({ name, from, to, doc, properties }) =>
          `### ${name}\n\n${from.join(', ')} → ${to.join(', ')}. ${doc}${Object.keys(properties).length === 0 ? '' : `\n\n${propertyTable(properties)}`}`,
      ),
    ),
    section('Derived', `### ${ExposedIn.name}\n\n${ExposedIn.from} → ${ExposedIn.to}. ${ExposedIn.doc}\n\n${propertyTable(ExposedIn.properties)}`),
    section(
      'CSV templates',
      'Column names are exactly these, in any order. Empty cell: not stated. Shares in percent, dates `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.',
      ...TEMPLATES.map(
        (template) =>
          `### ${template.name}\n\n${template.doc}\n\n${table(
            ['column', 'required', 'unit', 'meaning'],
            csvColumns(model, template).map(({ name, required, unit, doc }) => [`\`${name}\``, required ? 'yes' : '', unit ?? '', doc]),
          )}`,
      ),
    ),
    section(
      'Code lists',
      ...CODE_LISTS.map(
        ({ name, doc, codes }) =>
          `### ${name}\n\n${doc}\n\n${table(
            ['code', 'also read', 'meaning'],
            codes.map(({ code, also, doc: meaning }) => [code, also?.join(', ') ?? '', meaning]),
          )}`,
      ),
    ),
    section(
      'Glossary',
      table(
        ['term', 'meaning', 'formal definition'],
        GLOSSARY.map(({ term, definition, formal }) => [term, definition, formal]),
      ),
    ),
    section('Error codes', table(['code', 'when'], Object.entries(ERROR_CODES))),
  ].join('\n\n')}\n`
}
