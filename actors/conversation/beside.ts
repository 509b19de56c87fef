import type { Written } from './aspect'
import { type AspectEvent, aspectEvents, aspectOf } from './aspects'
import * as rules from './rules'
import { ran } from './running'
import { by } from './setup'

const addBeside = { actions: by<Written<string>>(rules.addBeside) } as const
const changeBeside = {
  guard: 'changesAspect',
  actions: by<AspectEvent>(rules.changeBeside),
} as const
/** What colleagues do beside the talk, whoever holds it and whether or not it has ended. */
export const beside = Object.fromEntries(
  aspectEvents.map((type) => [
    type,
    aspectOf({ type })?.does === 'write' ? addBeside : changeBeside,
  ]),
) as Record<AspectEvent['type'], typeof addBeside | typeof changeBeside>
/** The same with macros that do no more than that. */
export const always = { ...beside, ran: ran.beside } as const
