import { Skeleton } from '@mantine/core'
import { Waiting } from '../states/waiting.tsx'
import { useOrganisationWords } from './organisation-words.tsx'
import styles from './organisation.module.css'

/** Outlines of the screen; after a second with words. */
export function LoadingOrganisation() {
  const { t } = useOrganisationWords()
  return (
    <div className={styles.page} aria-busy="true">
      <div className={styles.header}>
        <Skeleton height={34} width="min(420px, 80%)" />
        <Skeleton height={16} width="min(260px, 60%)" />
        <Skeleton height={16} width="min(560px, 95%)" />
      </div>
      <Waiting words={t('organisation.reading')} />
      <LoadingBoard />
    </div>
  )
}

export function LoadingRows() {
  return (
    <div className={styles.skeletonRows} aria-hidden="true">
      {[0.9, 0.7, 0.8, 0.5, 0.6].map((width) => (
        <div key={width}>
          <Skeleton height={14} width={`${width * 100}%`} />
          <Skeleton height={10} />
        </div>
      ))}
    </div>
  )
}
export function LoadingBoard() {
  return (
    <div className={styles.board} aria-hidden="true">
      <div className={styles.tables}>
        <LoadingRows />
      </div>
      <div className={styles.network}>
        <div className={styles.drawing}>
          <Skeleton height="100%" radius={6} animate={false} />
        </div>
      </div>
    </div>
  )
}
