// Where a thread begins: it starts without the loader of its parent, so this file is plain JavaScript and registers one.
import { register } from 'tsx/esm/api'

register()
await import('./place-index-worker.ts')
