/** Breaks a name at blanks into at most `lines` lines of about `width` small letters; what does not fit ends in an ellipsis. Capitals are wider. */
export function wrapLabel(name: string, width = 20.5, lines = 2): string {
  const done: string[] = []
  let line = ''
  for (const word of name.trim().split(/\s+/)) {
    if (line !== '' && widthOf(`${line} ${word}`) > width) { done.push(line); line = word } else line = line === '' ? word : `${line} ${word}`
  }
  if (line !== '') done.push(line)
  const kept = done.slice(0, lines)
  return kept.map((text, at) => (at === lines - 1 && done.length > lines ? `${cut(text, width - 1)}…` : widthOf(text) > width + 1 ? `${cut(text, width)}…` : text)).join('\n')
}

/** Width in small letters of a proportional face. */
const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + letterWidth(letter), 0)
const letterWidth = (letter: string): number => (/\p{Lu}|[MWmw@%]/u.test(letter) ? 1.22 : /[iljtfrI.,:;'’ ()|-]/.test(letter) ? 0.55 : 1)

function cut(text: string, width: number): string {
  let kept = ''
  for (const letter of text) { if (widthOf(kept + letter) > width) break; kept += letter }
  return kept.trimEnd()
}
