import pino from 'pino'

type Facts = Readonly<Record<string, string | number | boolean>>
/** One event, one line of JSON: control characters are escaped. No addresses of readers, no terms, no cookies. */
export interface Log {
  readonly event: (name: string, facts?: Facts) => void
  /** A failure nobody foresaw, with its stack; never shown to readers. */
  readonly bug: (error: unknown, requestId?: string) => void
}

/** Logs to standard error, so that what a command prints stays clean. `write` is for those who keep the lines elsewhere. */
export function createLog(level: string, write?: (line: string) => void): Log {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, write ? { write } : pino.destination({ fd: 2, sync: true }))
  return {
    event: (name, facts = {}) => logger.info({ event: name, ...facts }),
    bug: (error, requestId) => logger.error({ event: 'bug', ...(requestId === undefined ? {} : { requestId }), err: error instanceof Error ? error : new Error(String(error)) }),
  }
}
