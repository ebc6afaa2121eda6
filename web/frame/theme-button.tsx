import { useScheme } from '../app/appearance.tsx'
import { useWords } from '../i18n/use-words.ts'
import { LineIcon } from '../icons/line-icon.tsx'
import { useFrameSearch } from './use-frame-search.ts'
import styles from './frame.module.css'

export function ThemeButton() {
  const { t } = useWords()
  const { scheme, setScheme } = useScheme()
  const { change } = useFrameSearch()
  const other = scheme === 'light' ? 'dark' : 'light'
  const toggle = () => {
    setScheme(other)
    change({ theme: undefined }) // the chosen scheme wins over the one of a shared address
  }
  return (
    <button
      type="button"
      className={styles.tool}
      onClick={toggle}
      aria-label={t(other === 'dark' ? 'frame.toDark' : 'frame.toLight')}
      title={t(other === 'dark' ? 'frame.toDark' : 'frame.toLight')}
    >
      <LineIcon name={other === 'dark' ? 'moon' : 'sun'} />
    </button>
  )
}
