import { z } from 'zod'
import { kinds } from '../../actors/address'
import { type Fact, factKinds } from '../../actors/facts'
import { limits, SNEAK_PEEK_CHARS } from '../../actors/limits'
import { pageStates } from '../../actors/page-state'
import { FACT_TOPICS } from './bus'

/** A longer message is not read at all; our own longest is shorter. */
const MESSAGE_CHARS = 512 * 1024
/** Facts in one message, each counted as often as it names a topic; more go into the next. */
export const BATCH_FACTS = 500

/** What one node tells the others: its facts, and which message of its this is. */
export type Message = { node: string; n: number; facts: Fact[] }

const envelope = z.object({
  node: z.string().min(1).max(64),
  n: z.int().nonnegative(),
  facts: z.array(z.unknown()).max(BATCH_FACTS),
})

const id = z.string().min(1).max(64)

const topic = z.templateLiteral([z.enum(kinds), ':', id])

const fact = z.object({
  topic,
  what: z.enum(factKinds),
  also: z
    .array(topic)
    .max(FACT_TOPICS - 1)
    .optional(),
  conversation: id.optional(),
  seq: z.int().nonnegative().optional(),
  by: z.enum(['visitor', 'agent']).optional(),
  name: z
    .string()
    .max(limits.name * 2)
    .optional(),
  agent: id.optional(),
  inside: z.boolean().optional(),
  text: z.string().max(SNEAK_PEEK_CHARS).optional(),
  page: z.enum(pageStates).optional(),
  at: z.int().nonnegative().optional(),
  node: id.optional(),
}) satisfies z.ZodType<Fact>

/** How many of the first of these facts one message takes. */
export const batchSize = (facts: readonly Fact[]): number => {
  let topics = 0
  const behind = facts.findIndex(({ also = [] }) => {
    topics += 1 + also.length
    return topics > BATCH_FACTS
  })
  return behind === -1 ? facts.length : behind
}

/**
 * What was said never leaves the node: an entry stays behind, and others read it. What a visitor types does,
 * where the desk shows it before it is sent: it is in no store that others could read.
 */
export const encode = ({ node, n, facts }: Message): string =>
  JSON.stringify({ node, n, facts: facts.map(({ entry: _, ...rest }) => rest) })

/**
 * Reads what came over the channel, where anybody may have written. Undefined when it is no
 * message. A fact that this version does not know is left out and counted, for a newer node may
 * say more.
 */
export const decode = (text: string): (Message & { unknown: number }) | undefined => {
  if (text.length > MESSAGE_CHARS) return undefined
  const message = envelope.safeParse(parsed(text))
  if (!message.success) return undefined
  const { node, n, facts: told } = message.data
  const facts = told.flatMap((one) => fact.safeParse(one).data ?? [])
  return { node, n, facts, unknown: told.length - facts.length }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
