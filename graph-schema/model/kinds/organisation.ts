import { OPAQUE_REASONS, ORGANISATION_KINDS } from '../code-lists.ts'
import { identity, nodeKind } from '../node-kind.ts'
import { optional, required } from '../property.ts'
import { codeFrom, text, url } from '../values/plain-values.ts'

export const Organisation = nodeKind({
  name: 'Organisation', plural: 'organisations',
  doc: 'A legal entity, group or public body that owns, operates or controls something. Natural persons are never nodes: an opaque owner with a reason stands for them.',
  properties: {
    ...identity,
    kind: required(codeFrom(ORGANISATION_KINDS), 'What it is.'),
    opaqueReason: optional(codeFrom(OPAQUE_REASONS), 'Only for an opaque owner: why it has no name.', { sameAs: 'BODS unspecifiedEntityDetails.reason' }),
    legalForm: optional(text, 'Legal form as the register states it.'),
    status: optional(text, 'Status in its register.'),
    sector: optional(text, 'Sector as its source states it, in words or as a code of a classification.'),
    website: optional(url, 'Public website of the organisation.'),
  },
})
