import { unreadable } from './input-file.ts'

/** Rows of a sheet, as spreadsheets have them. */
const MOST_ROWS = 1_048_576
/** Cells from the first one to the last row and column, empty ones included: all of them are made, whatever is in the file. */
const MOST_CELLS = 1 << 24

/** Addresses of rows and cells, under any prefix; attributes of this name stand on nothing else that is read. */
const ADDRESSES = /(?<![\w.-])r\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const ADDRESS = /^(?:([A-Z]{1,3})(\d{1,7})|(\d{1,7}))$/

/** Index of a column from 0: A, B … Z, AA … */
export const columnOf = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

/**
 * Refuses a sheet whose last row and column are so far out that the cells between would fill the memory: a file of 1 kB
 * can name the cell XFD1048576. Time linear.
 * @param xml of a sheet
 * @throws KnownError FILE_UNREADABLE
 */
export function checkExtent(file: string, xml: string): void {
  let rows = 0
  let columns = 0
  for (const [, quoted, apostrophed] of xml.matchAll(ADDRESSES)) {
    const [, letters, rowOfCell, rowAlone] = ADDRESS.exec(quoted ?? apostrophed ?? '') ?? []
    const row = Number(rowOfCell ?? rowAlone ?? Number.NaN)
    if (!(row >= 1 && row <= MOST_ROWS)) throw unreadable(file, 'a sheet of it has a row or a cell at an address there is not')
    rows = Math.max(rows, row)
    if (letters !== undefined) columns = Math.max(columns, columnOf(letters) + 1)
  }
  if (rows * columns > MOST_CELLS)
    throw unreadable(
      file,
      `a sheet of it reaches to row ${rows} and column ${columns}; delete what stands outside the table, or save the sheet as CSV`,
      { rows, columns },
    )
}
