import { useCopied } from '../frame/use-copied.ts'
import { useSettingsWords } from '../frame/use-settings-words.ts'
import { LineIcon } from '../icons/line-icon.tsx'
import { citation } from './citation.ts'
import { useOrganisationWords } from './organisation-words.tsx'

interface Props {
  readonly name: string
  readonly facts: string
  readonly sentence: string | undefined
  readonly basis: { readonly asOf: string; readonly dataVersion: string } | undefined
}

/** One sentence with everything needed to find it again. */
export function CopyCitation({ name, facts, sentence, basis }: Props) {
  const { t, date } = useOrganisationWords()
  const { grades } = useSettingsWords()
  const { copied, copy } = useCopied(t('action.citeByHand'))
  const cite = () => {
    if (!basis) return
    copy(
      citation((values) => t('cite.text', values), {
        name,
        facts,
        sentence,
        version: basis.dataVersion,
        date: date(basis.asOf),
        grades,
        address: location.href,
        asOf: basis.asOf,
      }),
    )
  }
  return (
    <>
      <button type="button" className="quiet-button" disabled={!basis} onClick={cite}><LineIcon name="link" size={14} />{t(copied ? 'action.cited' : 'action.cite')}</button>
      <span className="hidden-visually" role="status">{copied ? t('action.cited') : ''}</span>
    </>
  )
}
