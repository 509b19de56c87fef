type About = { cause?: unknown; remedy?: string; passing?: boolean }

/**
 * Why a database server cannot be worked with, for whoever runs the desk: it may name server and
 * user, and so is not for the public. Its message is the whole of it.
 */
export class ServerFault extends Error {
  override readonly name = 'ServerFault'
  /** What is wrong, without what puts it right. */
  readonly says: string
  readonly remedy: string | undefined
  /** False when somebody has to put something right first: waiting alone does not help. */
  readonly passing: boolean
  constructor(says: string, { cause, remedy, passing = false }: About = {}) {
    super(remedy === undefined ? says : `${says.replace(/\.$/, '')}. ${remedy}`, { cause })
    this.says = says
    this.remedy = remedy
    this.passing = passing
  }
}
