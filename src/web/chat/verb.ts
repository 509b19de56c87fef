import type { z } from 'zod'
import type { Visitor } from '../../../actors/people'
import { Problem } from '../../../actors/problem'
import type { ConversationRow } from '../../../actors/summary'
import { current } from '../../commands/visitors/current'
import type { Ask, WebContext } from '../context'
import { visitor } from '../person'
import { type Asked, type Route, route } from '../route'

type Own = { person: Visitor; row: ConversationRow }

/** The visitor's own conversation; without one there is nothing here. */
export const currentOf = async (c: Ask, { desk }: WebContext): Promise<Own | Problem> => {
  const person = visitor(c)
  const row = person && (await current(desk, person.id))
  return row ? { person, row } : new Problem('missing', 'missing')
}

/** Something a visitor does to their own conversation. */
export const chatVerb = (verb: {
  path: string
  form?: z.ZodObject
  bare?: true
  run: (asked: Asked<Own>) => Promise<null | Problem>
  to?: () => string
  refused?: (asked: Asked<Own>, problem: Problem) => Response | Promise<Response>
}): Route => route({ ...verb, method: 'POST', permission: 'visitor', find: currentOf })
