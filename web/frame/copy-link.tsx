import { useEffect, useState } from 'react'
import { useWords } from '../i18n/use-words.ts'
import { LineIcon } from '../icons/line-icon.tsx'
import styles from './frame.module.css'

/** The address of what is on screen, for someone else. */
export function CopyLink() {
  const { t } = useWords()
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return undefined
    const timer = setTimeout(() => setCopied(false), 2500)
    return () => clearTimeout(timer)
  }, [copied])
  const copy = () => void navigator.clipboard.writeText(location.href).then(() => setCopied(true), () => prompt(t('frame.copyByHand'), location.href))
  return (
    <button type="button" className={styles.tool} onClick={copy} title={t('frame.copyLink')}>
      <LineIcon name="link" /><span className={copied ? undefined : 'hidden-visually'} role="status">{copied ? t('frame.copied') : ''}</span>
      {copied ? null : <span className="hidden-visually">{t('frame.copyLink')}</span>}
    </button>
  )
}
