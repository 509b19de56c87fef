import { Unavailable } from '../unavailable'

/** What comes of `work`, or `Unavailable` with a sentence when it takes longer than `ms`. */
export const inTime = async <T>(work: Promise<T>, ms: number, says: string): Promise<T> => {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Unavailable(says)), ms)
  try {
    return await Promise.race([work, promise])
  } finally {
    clearTimeout(timer)
  }
}
