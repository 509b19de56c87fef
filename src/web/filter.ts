import { z } from 'zod'
import { priorities } from '../../actors/conversation/aspects/priorities'
import { tagLimits } from '../../actors/conversation/aspects/tags'
import { conversationStates } from '../../actors/summary'
import type { Filter, FilterDay } from '../../views/workbench/inbox/lists'
import { nameUpTo } from '../commands/input'
import { timeIn } from '../commands/input/times'

const id = z.string().regex(/^[\w-]{1,64}$/)

/** Fields of a filter as an address or a form has them; one that makes no sense narrows nothing. */
const fields = {
  department: id,
  agent: id,
  tag: nameUpTo(tagLimits.length).refine((tag) => tag !== ''),
  state: z.enum(conversationStates),
  priority: z.enum(priorities),
  sla: z.enum(['late', 'risk']),
  stars: z
    .string()
    .regex(/^[0-5]$/)
    .transform(Number),
  answered: z.literal('never'),
} as const

/** The names of all fields that narrow a list. */
export const filterNames = [...Object.keys(fields), 'since', 'before'] as const

/** What narrows a list, as an address says it. `zone` is that of whoever names a day. */
export const filterIn = (query: URLSearchParams, zone: string): Filter => {
  const filter: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(fields)) {
    const given = query.get(name)
    const read = given === null ? undefined : field.safeParse(given)
    if (read?.success) filter[name] = read.data
  }
  // A page of older entries has its own `before` in front of that of the list.
  const [since, before] = ['since', 'before'].map((name) => dayIn(query.getAll(name), zone))
  return { ...filter, ...(since ? { since } : {}), ...(before ? { before } : {}) }
}

const dayIn = (given: readonly string[], zone: string): FilterDay | undefined => {
  const day = given.find((each) => /^\d{4}-\d\d-\d\d$/.test(each))
  if (day === undefined) return undefined
  const at = timeIn(`${day}T00:00`, 0, zone)
  return at === undefined ? undefined : { day, at }
}
