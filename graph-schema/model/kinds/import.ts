import { nodeKind } from '../node-kind.ts'
import { optional, required } from '../property.ts'
import { instant, text, wholeNumber } from '../values/plain-values.ts'

export const Import = nodeKind({
  name: 'Import', plural: 'imports',
  doc: 'One accepted file: preset, when, and the counts that add up (read = loaded + rejected + skipped).',
  properties: {
    id: required(text, 'imp: and a hash of preset and file.'),
    name: required(text, 'File name as text.'),
    preset: required(text, 'Preset that read it.'),
    importedAt: required(instant, 'When.'),
    fileSha256: required(text, 'SHA-256 of the file; “withheld” for readers where it could be tried with figures that are not shown.'),
    read: required(wholeNumber, 'Rows read.'),
    loaded: required(wholeNumber, 'Rows loaded; unchanged rows count.'),
    rejected: required(wholeNumber, 'Rows rejected.'),
    skipped: required(wholeNumber, 'Rows skipped on purpose.'),
    note: optional(text, 'Anything else.'),
  },
})
