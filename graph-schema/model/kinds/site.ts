import { PRECISIONS, SITE_KINDS } from '../code-lists.ts'
import { identity, nodeKind } from '../node-kind.ts'
import { optional, required } from '../property.ts'
import { coordinates } from '../values/coordinates.ts'
import { codeFrom, text } from '../values/plain-values.ts'

export const Site = nodeKind({
  name: 'Site', plural: 'sites',
  doc: 'A commercial site or the homes of one owner in one place. The list of properties is closed: nothing about security, people or the inside of a building.',
  properties: {
    ...identity,
    kind: required(codeFrom(SITE_KINDS), 'What it is; decides its domain.'),
    coordinates: optional(coordinates, 'Rounded: 2 decimals for homes, 3 for ports, data centres and energy, 4 otherwise.'),
    precision: required(codeFrom(PRECISIONS), 'How exactly the coordinates locate it.'),
    industryCode: optional(text, 'Code of the industry as a source states it: ISIC, NACE and those made from them; NAICS, SIC, ANZSIC and GICS where the cell names them.'),
  },
})
