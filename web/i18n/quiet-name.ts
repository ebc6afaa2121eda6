const SMALL = new Set(['of', 'and', 'the', 'de', 'la', 'du', 'des', 'van', 'der', 'den', 'et', 'y', 'e', 'do', 'da', 'del', 'for', 'at', 'in', 'on'])

/** Short words that are no abbreviations. */
const PLAIN = new Set(['LOS', 'LAS', 'SAN', 'NEW', 'SEA', 'BAY', 'OLD', 'BIG', 'EAST', 'PORT', 'TWO', 'ONE', 'RED', 'SUN', 'OIL', 'GAS', 'CAR', 'KEY', 'LTD', 'INC'])

/** One word of a name in capitals: short words and those with dots or digits stay, they are mostly abbreviations. */
function quietWord(word: string, first: boolean): string {
  const letters = word.replaceAll(/[^\p{L}]/gu, '')
  if (!first && SMALL.has(letters.toLowerCase())) return word.toLowerCase()
  if (PLAIN.has(letters)) return capitalised(word)
  if (letters.length <= 3 || /[.\d]/.test(word) || /^\(.*\)$/.test(word) || !/[AEIOUYÄÖÜÅÆØ]/.test(letters)) return word
  return capitalised(word)
}
const capitalised = (word: string): string => word.toLowerCase().replace(/\p{L}/u, (letter) => letter.toUpperCase())

/**
 * A name that a source shouts, said quietly: "APM TERMINALS ROTTERDAM" → "APM Terminals Rotterdam".
 * Names with any small letter are shown as they are. Only for the eye: ids, sentences and exports keep the name as recorded.
 */
export function quietName(name: string): string {
  if (/\p{Ll}/u.test(name) || name.replaceAll(/[^\p{Lu}]/gu, '').length < 6) return name
  return name.split(/(\s+|-|\/)/).map((word, i) => quietWord(word, i === 0)).join('')
}
