type UnreadableStatus = 400 | 408 | 413 | 415

/** A refusal of the form itself, before anything is read from it. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
  readonly status: UnreadableStatus
  constructor(status: UnreadableStatus, message: string) {
    super(message)
    this.status = status
  }
}
