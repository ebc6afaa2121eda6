/** Marks between the parts of one code, or between codes: "25.40", "25,40", "25 40", "8610-1/01". */
const BETWEEN = String.raw`[.,·\s/\p{Pd}]`
const RUN = new RegExp(String.raw`\d+(?:${BETWEEN}\d+)*(?<after>[\p{L}]*)`, 'gu')
const PART = new RegExp(String.raw`(${BETWEEN}?)(\d+)`, 'gu')
/** Digits of the longest code there is (CNAE 8610-1/01); GICS has eight. */
const LONGEST = 8

/**
 * Every code a text may state, as digits; the letters of sections, where it has no digits at all.
 *
 * Read for what protects people, so a text that can be read in several ways is read in all of them: "25 40" is one code
 * and two, "ISIC8610", "Q.86.10", "8610Z" (a national letter behind four digits), "7.21" (a zero lost in a spreadsheet)
 * and digits of any script are codes. Only a point binds: "86.21" is not 86. Digits with other letters behind them are none.
 */
export function codesIn(text: string): string[] {
  const plain = text.normalize('NFKC').replaceAll(/\p{Nd}/gu, asciiDigit).toUpperCase().replaceAll(/REV(?:ISION)?\.?\s*\d(?:\.\d(?!\d))?/g, ' ')
  const digits = [...plain.matchAll(RUN)].flatMap((run) => codesOfRun(run[0], run.groups!['after']!)) // the group may be empty, never absent
  return digits.length > 0 ? [...new Set(digits)] : [...plain.matchAll(/(?<![\p{L}\d])([A-U])(?![\p{L}\d])/gu)].map((match) => match[1]!)
}

interface Part { readonly between: string; readonly digits: string }

/** Codes of "86.10Z": each part by itself, and with those that follow it. */
function codesOfRun(run: string, after: string): string[] {
  const parts: Part[] = [...run.matchAll(PART)].map(([, between = '', digits]) => ({ between, digits: digits! })) // every part has digits
  return parts.flatMap(({ between }, first) => (between === '.' ? [] : joinsFrom(parts.slice(first), after)))
}

function joinsFrom(parts: readonly Part[], after: string): string[] {
  const [{ digits }] = parts as readonly [Part, ...Part[]]
  const next = parts[1]?.between
  const found: string[] = []
  let joined = (next === '.' || next === ',') && digits.length === 1 ? `0${digits}` : digits
  for (let last = 0; last < parts.length && joined.length <= LONGEST; last++) {
    if (last > 0) joined += parts[last]!.digits
    const isLast = last === parts.length - 1
    const isWhole = isLast ? after === '' || (after.length === 1 && joined.length >= 4) : joined.length > 2 || parts[last + 1]!.between !== '.'
    if (isWhole && joined.length >= 2 && joined.length <= LONGEST) found.push(joined)
    if (digits.length > 2) break // a code of more than two digits is not continued by the next one
  }
  return found
}

/** Digits of any script as 0–9: in Unicode the ten digits of a script follow each other. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0)! // the pattern matched one character
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++
  return String(value)
}
