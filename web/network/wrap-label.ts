/** Breaks a name into at most `lines` lines of about `width` characters at blanks; what does not fit ends in an ellipsis. */
export function wrapLabel(name: string, width = 23, lines = 2): string {
  const done: string[] = []
  let line = ''
  for (const word of name.trim().split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > width) { done.push(line); line = word } else line = line === '' ? word : `${line} ${word}`
  }
  if (line !== '') done.push(line)
  const cut = (text: string) => ([...text].length > width + 2 ? `${[...text].slice(0, width).join('').trimEnd()}…` : text)
  const kept = done.slice(0, lines).map(cut)
  const last = kept.length - 1
  if (done.length > lines && !kept[last]!.endsWith('…')) kept[last] = `${[...kept[last]!].slice(0, width).join('').trimEnd()}…`
  return kept.join('\n')
}
