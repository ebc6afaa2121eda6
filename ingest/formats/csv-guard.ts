import { unreadable } from './input-file.ts'

/** Limits of one row; beyond them the file is refused. */
export const LIMITS = { columns: 512, cellCharacters: 65_536, rowCharacters: 1_048_576 } as const

/** One row as it stands in the file, without its line end. `badQuotes`: text follows a closing quote. */
export interface GuardedRow { readonly text: string; readonly line: number; readonly badQuotes: boolean }

const STATE = { fieldStart: 0, plain: 1, quoted: 2, afterQuote: 3 } as const
type State = (typeof STATE)[keyof typeof STATE]
const QUOTE = 0x22
const LF = 0x0a
const CR = 0x0d
const BLANK = 0x20

/**
 * Splits text into rows after RFC 4180 before any parser sees it, in one pass over the characters: a quote that is
 * never closed, a row of 100,000 columns or a cell of 50 MB is refused after at most 1 MB, with its line, and rows
 * never run into each other. Line ends of all three kinds count; a file that mixes them is reported.
 */
export class CsvGuard {
  private readonly file: string
  private readonly delimiter: number
  private state: State = STATE.fieldStart
  private parts = ''
  private length = 0
  private cell = 0
  private columns = 1
  private line = 1
  private rowLine = 1
  private quoteLine = 1
  private bad = false
  private afterCr = false
  private readonly ends = new Set<string>()

  constructor(file: string, delimiter: string) {
    this.file = file
    this.delimiter = delimiter.charCodeAt(0)
  }

  get mixesLineEnds(): boolean { return this.ends.size > 1 }

  /** Rows completed by this chunk. */
  push(chunk: string): GuardedRow[] {
    const rows: GuardedRow[] = []
    let start = 0
    for (let i = 0; i < chunk.length; i++) {
      const code = chunk.charCodeAt(i)
      if (this.afterCr) {
        this.afterCr = false
        if (code === LF) { this.noteEnd('CRLF'); start = i + 1; continue }
        this.noteEnd('CR')
      }
      const isEnd = this.state !== STATE.quoted && (code === LF || code === CR)
      if (isEnd) {
        if (code === CR) this.afterCr = true
        else this.noteEnd('LF')
        rows.push(this.finish(this.parts + chunk.slice(start, i)))
        start = i + 1
      } else this.step(code)
    }
    this.parts += chunk.slice(start)
    return rows
  }

  /** The last row, when the file does not end with a line end. */
  end(): GuardedRow[] {
    if (this.state === STATE.quoted) throw unreadable(this.file, `the quote opened in line ${this.quoteLine} is never closed`, { line: this.quoteLine })
    return this.length === 0 ? [] : [this.finish(this.parts)]
  }

  private noteEnd(kind: string): void { this.ends.add(kind) }

  private step(code: number): void {
    this.length++
    this.cell++
    if (this.length > LIMITS.rowCharacters)
      throw this.tooLarge(
        this.state === STATE.quoted ? `the quote opened in line ${this.quoteLine} is not closed within a row of 1 MB` : 'the row is longer than 1 MB',
      )
    if (this.state === STATE.quoted) {
      if (code === QUOTE) this.state = STATE.afterQuote
      else if (code === LF) this.line++
      this.checkCell()
      return
    }
    if (code === this.delimiter) { this.nextCell(); return }
    if (code === QUOTE) this.quote()
    else if (this.state === STATE.fieldStart) this.state = STATE.plain
    else if (this.state === STATE.afterQuote && code !== BLANK) { this.bad = true; this.state = STATE.plain }
    this.checkCell()
  }

  private quote(): void {
    if (this.state === STATE.fieldStart || this.state === STATE.afterQuote) {
      if (this.state === STATE.fieldStart) this.quoteLine = this.line
      this.state = STATE.quoted
    } // a quote inside an unquoted cell is a character like any other
  }

  private nextCell(): void {
    this.state = STATE.fieldStart
    this.cell = 0
    if (++this.columns > LIMITS.columns) throw this.tooLarge(`the row has more than ${LIMITS.columns} columns`)
  }

  private checkCell(): void {
    if (this.cell > LIMITS.cellCharacters)
      throw this.tooLarge(
        this.state === STATE.quoted
          ? `the quote opened in line ${this.quoteLine} is not closed within a cell of 64 kB`
          : 'a cell is longer than 64 kB',
      )
  }

  private tooLarge(why: string) {
    return unreadable(this.file, `line ${this.rowLine}: ${why}`, { line: this.state === STATE.quoted ? this.quoteLine : this.rowLine })
  }

  private finish(text: string): GuardedRow {
    const row = { text, line: this.rowLine, badQuotes: this.bad }
    this.parts = ''
    this.length = 0
    this.cell = 0
    this.columns = 1
    this.bad = false
    this.state = STATE.fieldStart
    this.rowLine = ++this.line
    return row
  }
}
