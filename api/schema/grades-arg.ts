import type { Grade } from '#model/code-lists.ts'

/** Grades as given, each once; left out or null means the default of the question, an empty list means none. */
export const gradesArg = (grades: readonly Grade[] | null | undefined): readonly Grade[] | undefined => (grades ? [...new Set(grades)] : undefined)
