/** Where an actor is and was, by the ids of states, and how it went, each way as `<from> <to>`. */
export type Walked = {
  now: readonly string[]
  been: readonly string[]
  lastWays: readonly string[]
  ways: readonly string[]
}
