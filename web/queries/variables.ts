import type { GradeName, ListName, DomainName } from '../url/view-state.ts'
import { gradesOf } from '../url/view-state.ts'

const enumName = <T extends string>(name: T) => name.toUpperCase().replaceAll('-', '_') as Uppercase<T extends 'data-centre' ? 'data_centre' : T>

/** As-of date and grades of the address as the API wants them; absent means its defaults. */
export function asOfVariables({ asOf, grades }: { asOf?: string | undefined; grades?: string | undefined }) {
  return { asOf: asOf ?? null, grades: grades === undefined ? null : gradesOf(grades).map((grade: GradeName) => enumName(grade)) }
}
export const listVariable = (list: ListName | undefined) => enumName(list ?? 'controllers')
export const domainVariable = (domain: DomainName | undefined) => (domain === undefined ? null : enumName(domain))
