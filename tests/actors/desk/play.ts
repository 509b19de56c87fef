import { addressOf } from '../../../actors/address'
import { type DepartmentSettings, fitRules } from '../../../actors/department/settings'
import { strategies } from '../../../actors/entry'
import type { Mail } from '../../../actors/mail'
import { type ActorHarness, openActorHarness } from '../../support/actor-harness'
import { type Chance, openChance } from '../../support/chance'
import { hire, moves, weights } from './moves'

/** In what order mail comes. None is ever lost and none comes twice; everything else happens. */
export const posts = {
  prompt: 'everything at once and in order, as on one node',
  crossing: 'in order from each sender to each receiver, otherwise as chance has it',
  any: 'as chance has it: nodes stop, and others deliver what they left',
} as const
export type Post = keyof typeof posts

export const timings = { patience: 600_000, accept: 30_000, silence: 1_800_000 }
export const departments = ['sales', 'support'] as const
export const agents = ['ana', 'amir', 'olga', 'ben'] as const
export const visitors = ['vera', 'vito', 'vida', 'viktor', 'vanja'] as const
export const nodes = ['north', 'south'] as const

/** One desk on a harness, and the chance that moves its people and its mail. */
export type Play = {
  harness: ActorHarness
  chance: Chance
  post: Post
  conversations: string[]
  said: number
}

/** A desk of two departments, one of which asks before it assigns; most agents are on duty. */
export const openPlay = (seed: number, post: Post): Play => {
  const chance = openChance(seed)
  const play: Play = { harness: openActorHarness(), chance, post, conversations: [], said: 0 }
  for (const id of departments)
    play.harness.send(addressOf('department', id), {
      ...{ type: 'created', at: play.harness.now(), name: id },
      changes: {
        strategy: chance.pick(strategies),
        ...routingOf(chance, id),
        acceptance: id === 'sales' ? 'automatic' : 'manual',
        ...timings,
      },
    })
  for (const id of agents) hire(play, id)
  for (const id of agents) if (chance.happens(0.8)) moves.comes(play, id)
  for (const id of agents) if (chance.happens(0.8)) moves.readies(play, id)
  deliverSome(play)
  return play
}

/** By which rules who waits is next and with whom: mostly such that something comes of it. */
const routingOf = (
  chance: Chance,
  id: (typeof departments)[number],
): Partial<DepartmentSettings> => ({
  headStart: chance.pick([0, 10_000, 600_000]),
  languageRule: chance.pick(fitRules),
  languageWait: chance.pick([0, 5_000, 40_000]),
  skillRule: chance.pick(fitRules),
  skillWait: chance.pick([1_000, 20_000]),
  fairLimit: chance.pick([0, 1, 2]),
  // One way only: saving refuses what leads back.
  ...(id === 'sales' ? { overflowTo: 'support' } : {}),
  overflowLength: chance.below(3),
  overflowWait: chance.pick([0, 8_000, 30_000]),
})

/** One thing that somebody does, and some of the mail that lies there. */
export const step = (play: Play) => {
  moves[play.chance.weighed(weights)](play, play.chance.pick(agents))
  deliverSome(play)
}

/** Everything that is due is delivered, in the order this post has. */
export const settle = ({ harness, chance, post }: Play) =>
  harness.settle((due) => choose(due, chance, post))

const deliverSome = (play: Play) => {
  const { harness, chance, post } = play
  if (post === 'prompt') return settle(play)
  for (let some = chance.below(4); some > 0; some -= 1)
    harness.deliver((due) => choose(due, chance, post))
}

const choose = (due: readonly Mail[], chance: Chance, post: Post): Mail | undefined => {
  if (post === 'prompt' || due.length === 0) return due[0]
  return chance.pick(post === 'any' ? due : [...headsOf(due).values()])
}

/** The oldest from each sender to each receiver, and every timer. */
const headsOf = (due: readonly Mail[]): Map<string, Mail> => {
  const heads = new Map<string, Mail>()
  for (const mail of due) {
    const way = mail.timer ?? `${mail.id.split('/')[0]} ${mail.to}`
    if (!heads.has(way)) heads.set(way, mail)
  }
  return heads
}
