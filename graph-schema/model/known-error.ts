/** What can go wrong on purpose; each code is documented in graph-schema/REFERENCE.md. */
export const ERROR_CODES = {
  STORE_LOCKED: 'Another process holds the embedded store.',
  STORE_UNREADABLE: 'The store file cannot be opened.',
  SERVER_UNREACHABLE: 'The Neo4j server does not answer.',
  WRONG_PASSWORD: 'The Neo4j server refuses the login.',
  NOT_UNIQUE: 'A second node with the same id was refused by a constraint.',
  WRITE_CONFLICT: 'Two writers changed the same record; the retries were used up.',
  TIMED_OUT: 'A statement took longer than allowed.',
  NOT_STORABLE: 'A value cannot be stored: null id, NaN, nested list, lone surrogate.',
  UNKNOWN_ENDS: 'A statement names a node that is not in the store.',
  UNKNOWN_SETTING: 'An environment variable with our prefix has no meaning.',
  BAD_SETTING: 'A setting has a value outside its range.',
  UNKNOWN_PRESET: 'No preset of that name.',
  UNKNOWN_QUESTION: 'No question of that name.',
  FILE_UNREADABLE: 'A file cannot be read or written, is not of the expected format, or breaks a limit.',
  BACKUP_DAMAGED: 'A backup file is incomplete or was changed.',
  STORE_NOT_EMPTY: 'A backup can only be restored into an empty store.',
  NOT_BUILT: 'The web application has not been built.',
} as const
export type ErrorCode = keyof typeof ERROR_CODES

/** Every error thrown on purpose. `code` is for programs, `message` for people and names the next step. */
export class KnownError extends Error {
  override readonly name = 'KnownError'
  readonly code: ErrorCode
  readonly details: Readonly<Record<string, unknown>>
  constructor(code: ErrorCode, message: string, details: Readonly<Record<string, unknown>> = {}, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.details = details
  }
}
