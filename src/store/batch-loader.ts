type Asked<Q, A> = { question: Q; resolve(answer: A): void; reject(error: unknown): void }

/**
 * Questions that come together are put to the database together, at most `most` at a time. `ask`
 * answers each in its place; when it fails, it fails for all it was asked.
 */
export const batchLoader = <Q, A>(
  most: number,
  ask: (questions: readonly Q[]) => Promise<readonly A[]>,
): ((question: Q) => Promise<A>) => {
  let waiting: Asked<Q, A>[] = []
  const put = async (batch: readonly Asked<Q, A>[]) => {
    try {
      const answers = await ask(batch.map(({ question }) => question))
      for (const [n, { resolve }] of batch.entries()) resolve(answers[n] as A)
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
  }
  const flush = () => {
    const all = waiting
    waiting = []
    for (let at = 0; at < all.length; at += most) void put(all.slice(at, at + most))
  }
  return (question) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) queueMicrotask(flush)
      waiting.push({ question, resolve, reject })
    })
}
