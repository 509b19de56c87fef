import { z } from 'zod'
import type { Body, Notice } from '../entry'
import { limits } from '../limits'
import { priorities } from '../priority'

const points = (most: number) => z.string().max(most * 2)

/** What the desk calls what is in a file: nothing that a browser would run. */
const TYPE =
  /^(?:image\/(?:jpeg|png|gif|webp)|(?:audio|video)\/[\w.+-]+|text\/plain|application\/(?:pdf|zip|msword|vnd\.(?:openxmlformats|oasis)[\w.+-]+))$/

const copy = z.looseObject({ id: z.string().min(1).max(800), bytes: z.int().min(0) })
const file = z.looseObject({
  id: z.string().min(1).max(800),
  name: points(limits.fileName),
  type: z.string().max(120).regex(TYPE),
  bytes: z.int().min(0),
  width: z.int().min(0).optional(),
  height: z.int().min(0).optional(),
  small: copy.optional(),
})
const files = z.array(file).max(50).optional()
const mention = z.looseObject({
  agent: z.string().min(1).max(800),
  from: z.int().min(0),
  to: z.int().min(0),
})
const mentions = z.array(mention).max(50).optional()
const answered = z.looseObject({ key: z.string(), label: z.string(), lines: z.int().min(0) })

/** What each notice must say, for there are words for it with that in them. */
const said: Record<Notice['code'], readonly string[]> = {
  assigned: ['agent', 'name', 'waited', 'why'],
  requeued: ['reason', 'name'],
  passed: ['name', 'reason'],
  transferring: ['from', 'to'],
  transferred: ['from', 'to'],
  stayed: ['name', 'to'],
  overflowed: ['from', 'to'],
  unattended: ['helped'],
  closed: ['by', 'name'],
  reopened: ['by', 'name'],
  merged: ['name', 'into'],
  absorbed: ['name', 'from', 'visitor', 'lines'],
  unmerged: ['name', 'from'],
  parted: ['into'],
  split: ['name', 'into'],
  branched: ['name', 'from'],
  unsplit: ['name', 'into'],
  rejoined: ['name', 'from', 'visitor', 'lines'],
  movedOn: ['inside'],
  movedBack: ['inside'],
  ran: ['name', 'macro'],
  rated: ['stars'],
  prioritized: ['priority', 'name'],
  snoozed: ['until', 'name'],
  woke: ['by', 'name'],
  greeted: [],
  askedFor: ['name', 'free'],
  leftMessage: [],
  notWrappedUp: [],
  erased: [],
  sla: ['kind', 'share'],
}

const choices: Readonly<Record<string, readonly unknown[]>> = {
  by: ['visitor', 'agent', 'silence', 'time'],
  priority: priorities,
  stars: [1, 2, 3, 4, 5],
}

const isNotice = (given: unknown): given is Notice => {
  if (typeof given !== 'object' || given === null) return false
  const fields = given as Record<string, unknown>
  const code = String(fields.code)
  if (!Object.hasOwn(said, code)) return false
  if (!said[code as Notice['code']].every((field) => fields[field] !== undefined)) return false
  if (code === 'assigned' && typeof (fields.why as { how?: unknown })?.how !== 'string')
    return false
  return Object.entries(choices).every(
    ([field, all]) => fields[field] === undefined || all.includes(fields[field]),
  )
}

/** Bodies as they may come from elsewhere: what pages count on is there. */
const bodies = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), files }),
  z.strictObject({ kind: z.literal('note'), files, mentions }),
  z.strictObject({ kind: z.literal('whisper'), files, mentions }),
  z.looseObject({ kind: z.literal('card'), is: z.string(), lines: z.array(z.string()), files }),
  z.looseObject({ kind: z.literal('cardAnswer'), fields: z.array(z.unknown()) }),
  z.looseObject({ kind: z.literal('answers'), fields: z.array(answered) }),
  z.looseObject({ kind: z.literal('wrapUp'), fields: z.array(answered) }),
  z.strictObject({ kind: z.literal('withdrawn'), inside: z.boolean() }),
  z.strictObject({
    kind: z.literal('reaction'),
    emoji: z.string().min(1).max(limits.emojiBytes),
    adds: z.boolean(),
    inside: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('notice'),
    notice: z.custom<Notice>(isNotice),
  }),
])

/** Whether it is the body of an entry, as far as it can be told from outside. */
export const isBody = (given: unknown): given is Body => bodies.safeParse(given).success
