/** One row's content is no longer what was written; it will not be the next time either. */
export class Damaged extends Error {
  override readonly name = 'Damaged'
}

/** The database cannot be reached or refuses to work now; the same call may do later. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable'
  /** True when the disk is full: the answer is 507, not 503. */
  readonly full: boolean
  constructor(message: string, options?: { cause?: unknown; full?: boolean }) {
    super(message, options)
    this.full = options?.full ?? false
  }
}
