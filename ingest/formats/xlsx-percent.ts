import { columnOf } from './xlsx-extent.ts'

const text = (bytes: Uint8Array | undefined): string => (bytes ? new TextDecoder().decode(bytes) : '')
const partNamed = (parts: Readonly<Record<string, Uint8Array>>, pattern: RegExp): string => text(Object.entries(parts).find(([name]) => pattern.test(name))?.[1])

/** Styles that show a number as a percent: built-in formats 9 and 10, and own formats with "%". */
function percentStyles(styles: string): ReadonlySet<number> {
  const own = new Set([...styles.matchAll(/<numFmt\s([^>]{0,500})>/g)].flatMap(([, attributes]) => {
    const id = /\bnumFmtId="(\d{1,6})"/.exec(attributes!)?.[1]
    return id !== undefined && /\bformatCode="[^"]*%/.test(attributes!) ? [Number(id)] : []
  }))
  const cellStyles = styles.slice(styles.indexOf('<cellXfs'), styles.indexOf('</cellXfs>'))
  return new Set([...cellStyles.matchAll(/<xf\s([^>]{0,1000})>/g)].flatMap(([, attributes], index) => {
    const format = Number(/\bnumFmtId="(\d{1,6})"/.exec(attributes!)?.[1] ?? 0)
    return format === 9 || format === 10 || own.has(format) ? [index] : []
  }))
}

/** Path of the first sheet, by the order of the workbook. */
function firstSheet(parts: Readonly<Record<string, Uint8Array>>): string {
  const relation = /<sheet\s[^>]{0,1000}?r:id="([^"]{1,100})"/.exec(partNamed(parts, /^xl\/workbook\.xml$/i))?.[1]
  const relations = [...partNamed(parts, /^xl\/_rels\/workbook\.xml\.rels$/i).matchAll(/<Relationship\s([^>]{0,1000})>/g)].map(([, attributes]) => attributes!)
  const target = relations
    .map((attributes) => ({ id: /\bId="([^"]{1,100})"/.exec(attributes)?.[1], target: /\bTarget="([^"]{1,200})"/.exec(attributes)?.[1] }))
    .find(({ id }) => id === relation)?.target
  return text(parts[`xl/${(target ?? 'worksheets/sheet1.xml').replace(/^\/?(xl\/)?/, '')}`])
}

/**
 * Cells a spreadsheet shows as percents, as `row:column` counted from 0. A sheet holds 0.51 and shows 51 %: without
 * this, half a company would be read as half a percent of it.
 */
export function percentCells(parts: Readonly<Record<string, Uint8Array>>): ReadonlySet<string> {
  const styles = percentStyles(partNamed(parts, /^xl\/styles\.xml$/i))
  if (styles.size === 0) return new Set()
  const cells = firstSheet(parts).matchAll(/<c\s([^>]{0,300})>/g)
  return new Set([...cells].flatMap(([, attributes]) => {
    const style = /\bs="(\d{1,6})"/.exec(attributes!)?.[1]
    const address = /\br="([A-Z]{1,3})(\d{1,7})"/.exec(attributes!)
    return style !== undefined && address && styles.has(Number(style)) ? [`${Number(address[2]) - 1}:${columnOf(address[1]!)}`] : []
  }))
}
