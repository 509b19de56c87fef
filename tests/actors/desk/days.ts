import { openPlay, type Post, settle, step } from './play'
import { wrongAtRest } from './rest'
import { wrongInTurns } from './turns'

/** How many short and long days each post gets: the wilder, the more. */
export const days: Record<Post, { runs: number; steps: number }[]> = {
  prompt: [
    { runs: 300, steps: 12 },
    { runs: 50, steps: 60 },
  ],
  crossing: [
    { runs: 1000, steps: 12 },
    { runs: 150, steps: 60 },
  ],
  any: [
    { runs: 2000, steps: 12 },
    { runs: 250, steps: 60 },
  ],
}

const wrongOfDay = (seed: number, post: Post, steps: number): string[] => {
  const play = openPlay(seed, post)
  for (let done = 0; done < steps; done += 1) step(play)
  settle(play)
  const wrong = wrongAtRest(play.harness)
  // Long enough for an offer to end and to be made again, for a grace and for a rest.
  play.harness.pass(50_000)
  wrong.push(...wrongAtRest(play.harness), ...wrongInTurns(play.harness.journal))
  return wrong.map((what) => `${post}, seed ${seed}, ${steps} steps: ${what}`)
}

/**
 * Days of a small desk: visitors ask, talk, rate and come back; agents come, go, take, pass, hand
 * over and are changed by the office; time passes; mail comes as the post brings it. Whatever
 * happens, the same things are true once everything has come to rest; what is not is answered.
 */
export const wrongOfDays = (post: Post, runs: number, steps: number, firstSeed = 1): string[] => {
  const wrong: string[] = []
  for (let nth = 0; nth < runs && wrong.length < 5; nth += 1)
    wrong.push(...wrongOfDay(firstSeed + nth, post, steps))
  return wrong
}
