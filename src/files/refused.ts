import type { Problem } from '../../actors/problem'

/**
 * Thrown inside of a stream, which has no other way to say that it ends here and why; whoever reads
 * the stream answers with its problem.
 */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.reason)
    this.problem = problem
  }
}
