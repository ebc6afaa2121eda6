import { SOURCE_KINDS } from '../code-lists.ts'
import { nodeKind } from '../node-kind.ts'
import { optional, required } from '../property.ts'
import { codeFrom, day, text, url } from '../values/plain-values.ts'

export const Source = nodeKind({
  name: 'Source', plural: 'sources',
  doc: 'What a statement rests on: one page, register extract or file of one publisher, as read on one day.',
  properties: {
    id: required(text, 'src: and a hash of address, title, publisher and day.'),
    name: required(text, 'Title.'),
    kind: required(codeFrom(SOURCE_KINDS), 'Kind; decides the grade.'),
    publisher: optional(text, 'Who published it.'),
    url: optional(url, 'Where it was read.'),
    licence: optional(text, 'Licence of the data.'),
    retrievedOn: required(day, 'Day it was last read; staleness runs from here.'),
    sha256: optional(text, 'Hash of the captured page or file.'),
  },
})
