import { useWords } from '../i18n/use-words.ts'
import { LineIcon } from '../icons/line-icon.tsx'
import { useCopied } from './use-copied.ts'
import styles from './frame.module.css'

/** The address of what is on screen, for someone else. */
export function CopyLink() {
  const { t } = useWords()
  const { copied, copy } = useCopied(t('frame.copyByHand'))
  return (
    <button type="button" className={styles.tool} onClick={() => copy(location.href)} title={t('frame.copyLink')}>
      <LineIcon name="link" /><span className={copied ? undefined : 'hidden-visually'} role="status">{copied ? t('frame.copied') : ''}</span>
      {copied ? null : <span className="hidden-visually">{t('frame.copyLink')}</span>}
    </button>
  )
}
