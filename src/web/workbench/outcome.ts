import { z } from 'zod'
import type { Staff } from '../../../actors/people'
import { Problem, type ProblemCode, type Reason } from '../../../actors/problem'
import { sentenceFor } from '../../../views/words'
import type { DoneToMany } from '../../../views/workbench/bulk'
import { visitorName } from '../../../views/workbench/name'
import type { BulkOutcome } from '../../commands/conversations/bulk'
import { isSigned, signatureFor } from '../../commands/proof'
import { may } from '../../policies/may'
import type { Ask, WebContext } from '../context'

/** How long an address tells what came of something that was done to many, ms. */
const TOLD_MS = 3_600_000
/** How many that were not done it names, so that it stays an address. */
const NAMED = 10

const values = z.record(z.string(), z.union([z.string(), z.number()]))
const told = z.object({
  done: z.number(),
  refused: z.number(),
  more: z.boolean(),
  /** An id, and the code, the reason and the values of its problem. */
  named: z.array(z.tuple([z.string(), z.string(), z.string(), values])),
})

const about = (person: Staff, text: string) => `bulk ${person.id} ${text}`

/** What came of it, as a list's address tells whoever did it, and nobody else could. */
export const outcomeField = (
  { desk }: WebContext,
  person: Staff,
  { done, refused, more }: BulkOutcome,
): string => {
  const named = refused
    .slice(0, NAMED)
    .map(({ id, problem: { code, reason, values } }) => [id, code, reason, values] as const)
  const all = { done: done.length, refused: refused.length, more, named }
  const text = Buffer.from(JSON.stringify(all)).toString('base64url')
  const { until, proof } = signatureFor(
    desk.secret,
    about(person, text),
    desk.clock.now() + TOLD_MS,
  )
  return [text, until, proof].join('.')
}

/** The same as it is shown; undefined where an address tells nothing, or not any more. */
export const outcomeIn = async (
  c: Ask,
  { desk }: WebContext,
  person: Staff,
): Promise<DoneToMany | undefined> => {
  const [text = '', until = '', proof = ''] = (c.req.query('did') ?? '').split('.')
  const signature = { until: Number(until), proof }
  if (!proof || !(signature.until > desk.clock.now())) return undefined
  if (!isSigned(desk.secret, about(person, text), signature)) return undefined
  const read = told.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString()))
  if (!read.success) return undefined
  const { done, refused, more, named } = read.data
  const rows = await desk.store.conversations.rows(named.map(([id]) => id))
  const { language } = c.get('look')
  const nameOf = (id: string) => {
    const row = rows.find((one) => one.id === id)
    return row && may.watch(person, row) ? visitorName(row, language) : ''
  }
  return {
    ...{ done, more, refusedCount: refused },
    refused: named.map(([id, code, reason, values]) => ({
      ...{ id, name: nameOf(id) },
      message: sentenceFor(
        new Problem(code as ProblemCode, reason as Reason, { values }),
        language,
      ),
    })),
  }
}
