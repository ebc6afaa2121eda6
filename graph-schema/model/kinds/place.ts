import { PLACE_KINDS } from '../code-lists.ts'
import { identity, nodeKind } from '../node-kind.ts'
import { optional, required } from '../property.ts'
import { coordinates } from '../values/coordinates.ts'
import { codeFrom, text, texts, wholeNumber } from '../values/plain-values.ts'

export const Place = nodeKind({
  name: 'Place', plural: 'places',
  doc: 'A city, county, region or country. A town and its port with one UN/LOCODE are one place.',
  properties: {
    ...identity,
    kind: required(codeFrom(PLACE_KINDS), 'What it is.'),
    coordinates: optional(coordinates, 'A point inside it.'),
    population: optional(wholeNumber, 'Inhabitants.'),
    timeZone: optional(text, 'IANA time zone.'),
    languages: optional(texts, 'Working languages, BCP 47.'),
  },
})
