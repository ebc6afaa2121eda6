import { Skeleton } from '@mantine/core'
import { Waiting } from '../states/waiting.tsx'
import styles from './middle.module.css'

/** The rows that will come, as outlines; after a second with words. */
export function LoadingRows({ words }: { words: string }) {
  return (
    <div aria-busy="true">
      <Waiting words={words} />
      {[0.9, 0.7, 0.5, 0.35, 0.2].map((width) => (
        <div key={width} className={styles.skeleton} aria-hidden="true">
          <Skeleton height={10} width={`${width * 100}%`} ml="auto" /><Skeleton height={16} width="80%" mx="auto" /><Skeleton height={10} width={`${width * 80}%`} />
        </div>
      ))}
    </div>
  )
}
