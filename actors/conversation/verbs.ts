import { aspects } from './aspects'
import * as rights from './rights'

/** What of a conversation's row a right looks at. */
export type RightsRow = rights.About & {
  state: string
  offeredTo: string | null
  mergedInto: string | null
}

/** One thing that staff can do to a conversation. */
export type VerbRule = {
  /** The last words of the addresses it is done at. */
  at: readonly string[]
  /** What their role must have. */
  permission: string
  /** Its visitor may, too, and needs no permission for what is theirs. */
  visitors?: true
  /** For whoever may watch it, whether or not they are in it. */
  watched?: true
  /** Whether it can be done now, and by them. Left out where it always can. */
  can?: (row: RightsRow, party: rights.Party) => boolean
  /** Who may do it too, to any that is open and that they may watch, whoever holds it. */
  overrulers?: string
}

const own = {
  say: {
    at: ['messages'],
    permission: 'conversations.reply',
    visitors: true,
    can: rights.canSay,
  },
  take: {
    at: ['claim'],
    permission: 'conversations.take',
    watched: true,
    can: rights.canTake,
  },
  answerOffer: {
    at: ['acceptance', 'refusal'],
    permission: 'conversations.answerOffer',
    can: (row, { author }) => rights.canAnswerOffer(row, author),
  },
  transfer: {
    at: ['transfer'],
    permission: 'conversations.transfer',
    can: (row, { author }) => rights.canTransfer(row, author),
    overrulers: 'conversations.assign',
  },
  end: {
    at: ['closure'],
    permission: 'conversations.end',
    visitors: true,
    can: rights.canEnd,
    overrulers: 'conversations.endAny',
  },
  wrapUp: {
    at: ['wrap-up'],
    permission: 'conversations.end',
    watched: true,
    can: rights.canWrapUp,
  },
  takeOver: {
    at: ['takeover'],
    permission: 'conversations.takeOver',
    watched: true,
    can: rights.canTakeOver,
  },
  lookIn: { at: ['watch'], permission: 'conversations.lookIn', watched: true },
  merge: {
    at: ['merge'],
    permission: 'conversations.merge',
    watched: true,
    can: rights.canMerge,
  },
  split: {
    at: ['split'],
    permission: 'conversations.merge',
    watched: true,
    can: rights.canMerge,
  },
  unsplit: { at: ['unsplit'], permission: 'conversations.merge', watched: true },
  unmerge: { at: ['unmerge'], permission: 'conversations.merge', watched: true },
  block: { at: ['block', 'unblock'], permission: 'visitors.block', watched: true },
} as const satisfies Record<string, VerbRule>

type Aspects = typeof aspects
type OfAspects = { [Name in keyof Aspects]: Aspects[Name]['verb'] & { watched: true } }

const ofAspects = Object.fromEntries(
  Object.entries(aspects).map(([name, { verb }]) => [name, { ...verb, watched: true }]),
) as OfAspects

/**
 * What staff can do to a conversation. Each verb is what `may` is asked about, a right of the page
 * that draws its buttons, and the addresses it is done at.
 */
export const verbs = { ...own, ...ofAspects }

export type Verb = keyof typeof verbs

/** The last word of an address where one of them is done. */
export type VerbAddress = (typeof verbs)[Verb]['at'][number]
