/** Colours by meaning. `here` is warm, `there` is cool, what both share is ink. Hex, so that contrast can be computed. */
export interface Tokens {
  readonly paper: string
  readonly surface: string
  readonly sunken: string
  readonly ink: string
  readonly muted: string
  readonly mark: string
  readonly line: string
  readonly here: string
  readonly hereWash: string
  readonly there: string
  readonly thereWash: string
  readonly alert: string
  readonly alertWash: string
  readonly focus: string
  readonly sea: string
  readonly land: string
  readonly border: string
  readonly mapLabel: string
}

export const TOKENS: Readonly<Record<'light' | 'dark', Tokens>> = {
  light: {
    paper: '#FBFAF7', surface: '#FFFFFF', sunken: '#F3F0E9', ink: '#1B1F24', muted: '#5C574E', mark: '#857F73', line: '#E0DBD0',
    here: '#B4491F', hereWash: '#FAEDE5', there: '#14647F', thereWash: '#DFEDF2', alert: '#9A2A2A', alertWash: '#F9E7E5', focus: '#1B1F24',
    sea: '#E8EEEF', land: '#F6F2EA', border: '#C4BDAE', mapLabel: '#5C574E',
  },
  dark: {
    paper: '#15181C', surface: '#1D2126', sunken: '#101317', ink: '#EFECE5', muted: '#ABA69B', mark: '#7F7A70', line: '#32373E',
    here: '#F0956A', hereWash: '#38251B', there: '#6FC3DE', thereWash: '#17313B', alert: '#F2908A', alertWash: '#3A2020', focus: '#EFECE5',
    sea: '#101317', land: '#23282E', border: '#444B54', mapLabel: '#ABA69B',
  },
}

export type Scheme = keyof typeof TOKENS

/** `here` and `hereWash` become `--mp-here` and `--mp-here-wash`. */
export const variableName = (token: string): string => `--mp-${token.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`

export const variablesOf = (scheme: Scheme): Record<string, string> =>
  Object.fromEntries(Object.entries(TOKENS[scheme]).map(([token, colour]) => [variableName(token), colour as string]))

/** Pairs a reader must be able to tell apart: text on its ground (4.5 : 1) and marks on theirs (3 : 1), WCAG 2.2 1.4.3 and 1.4.11. */
export const TEXT_PAIRS: readonly (readonly [keyof Tokens, keyof Tokens])[] = [
  ...(['ink', 'muted', 'here', 'there', 'alert'] as const).flatMap((text) =>
    (['paper', 'surface', 'sunken'] as const).map((ground) => [text, ground] as const),
  ),
  ['ink', 'hereWash'],
  ['ink', 'thereWash'],
  ['here', 'hereWash'],
  ['there', 'thereWash'],
  ['alert', 'alertWash'],
  ['ink', 'alertWash'],
  ['muted', 'hereWash'],
  ['muted', 'thereWash'],
  ['mapLabel', 'land'],
  ['mapLabel', 'sea'],
  ['paper', 'here'],
  ['paper', 'there'],
  ['paper', 'ink'],
]
export const MARK_PAIRS: readonly (readonly [keyof Tokens, keyof Tokens])[] = [
  ...(['here', 'there', 'mark', 'focus'] as const).flatMap((mark) => (['paper', 'surface', 'sunken'] as const).map((ground) => [mark, ground] as const)),
  ['here', 'land'], ['here', 'sea'], ['there', 'land'], ['there', 'sea'], ['ink', 'land'], ['ink', 'sea'],
]
