import { AsyncLocalStorage } from 'node:async_hooks'

/** The request being answered, for messages that must name it. */
export const requestScope = new AsyncLocalStorage<{ readonly requestId: string }>()
