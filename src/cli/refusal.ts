/** Ends a command with one sentence and an exit code. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: 1 | 2
  constructor(sentence: string, code: 1 | 2 = 1) {
    super(sentence)
    this.code = code
  }
}

/** How a command tells its exit code. */
export type Finish = (code: number) => void
