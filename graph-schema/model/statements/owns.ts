import { DIRECTNESS, INTERESTS } from '../code-lists.ts'
import { optional, required } from '../property.ts'
import { statementKind } from '../statement-kind.ts'
import { codeFrom } from '../values/plain-values.ts'
import { shareInterval } from '../values/share-interval.ts'

export const Owns = statementKind({
  name: 'OWNS', from: ['Organisation'], to: ['Organisation', 'Site'], label: 'owns',
  doc: 'One interest of an organisation in another or in a site, as a source states it. Stakes over several steps are computed, never stored.',
  properties: {
    interest: required(codeFrom(INTERESTS), 'Kind of interest.', { sameAs: 'BODS interests.type' }),
    share: optional(shareInterval, 'Share of the capital.', { sameAs: 'BODS interests.share' }),
    votes: optional(shareInterval, 'Share of the votes, where stated apart.', { sameAs: 'BODS interests.share (votingRights)' }),
    direct: optional(codeFrom(DIRECTNESS), 'Direct unless stated otherwise.', { sameAs: 'BODS interests.directOrIndirect' }),
  },
})
