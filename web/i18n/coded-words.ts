import english from './en.json'
import type { MessageKey } from './messages.ts'
import type { Words } from './use-words.ts'

const known = (key: string): key is MessageKey => key in english

/** The word for a code of the API, such as `kind` PORT_TERMINAL; codes without a word are shown readable, never hidden. */
export function codedWord(
  { t }: Pick<Words, 't'>,
  prefix: 'kind' | 'domain' | 'domainOf' | 'grade' | 'gradeHelp' | 'control' | 'relation' | 'status' | 'precision' | 'lawfulKind',
  code: string,
): string {
  const key = `${prefix}.${code}`
  return known(key) ? t(key) : code.toLowerCase().replaceAll('_', ' ')
}
