import entries from '../generated/glossary.json'

export interface GlossaryEntry { readonly term: string; readonly definition: string; readonly formal: string }

/** Our words with their one definition, as generated from the model. */
export const GLOSSARY: readonly GlossaryEntry[] = entries

/** Words the pages underline; a test finds one nobody defined. */
export const TERMS_SHOWN = [
  'shared adversary',
  'mirror point',
  'exposure',
  'coverage',
  'grade',
  'controller',
  'financier',
  'supplier',
  'as-of date',
  'unrecorded',
  'ubiquity',
  'integrated ownership',
  'direct share',
  'operator group',
] as const
export type ShownTerm = (typeof TERMS_SHOWN)[number]

export const entryFor = (term: ShownTerm): GlossaryEntry | undefined => GLOSSARY.find((entry) => entry.term === term)
