import type { ErasurePlan } from '../../../../actors/erasing/erasure'
import { type Scrubber, scrubberOf } from '../../../../actors/erasing/scrubber'
import type { Desk } from '../../desk'
import { folded } from './step'

/** Code points of a name that says who is meant where they were not: of signs that are words, fewer. */
const TELLING = 5
const TELLING_SIGNS = 3
const SIGNS = /^[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}·]+$/u
/** One sign alone is no name of anybody. */
const SHORTEST = 2

/** What takes their words out of their own conversations, and out of everything else. */
export type Scrubbers = {
  within: Scrubber
  /** For what the desk's people wrote, who may have quoted them. */
  elsewhere: Scrubber
  /** For what other visitors wrote: only by what they are known is it about them. */
  others: Scrubber
}

/** A name that others have too says nothing of them, but where they were. */
export const scrubbersOf = async (desk: Desk, plan: ErasurePlan): Promise<Scrubbers> => {
  const names = plan.names.filter((name) => [...name].length >= SHORTEST)
  const telling = names.filter(
    (name) => [...name].length >= (SIGNS.test(name) ? TELLING_SIGNS : TELLING),
  )
  const theirs = new Set(plan.visitors)
  const namesakes = await desk.store.remains.namesakes(telling)
  const taken = new Set(
    namesakes.filter(({ id }) => !theirs.has(id)).map(({ name }) => folded(name)),
  )
  const own = telling.filter((name) => !taken.has(folded(name)))
  return {
    within: scrubberOf({ ...plan, names }, true),
    elsewhere: scrubberOf({ ...plan, names: own }, false),
    others: scrubberOf({ ...plan, names: own, texts: [] }, false),
  }
}
