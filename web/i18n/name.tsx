import { quietName } from './quiet-name.ts'

/** A name on the screen, in its own direction; the recorded spelling is one hover away where it differs. */
export function Name({ children }: { children: string }) {
  const shown = quietName(children)
  return <bdi title={shown === children ? undefined : children}>{shown}</bdi>
}
