import { GLOSSARY } from '#model/glossary.ts'

/** Definition of one of our words, with its formal one, as a description in the API. @throws Error when the glossary lacks it */
export function described(term: string): string {
  const entry = GLOSSARY.find((one) => one.term === term)
  if (!entry) throw new Error(`The glossary does not define “${term}”.`)
  return `${entry.definition} Formally: ${entry.formal}`
}
