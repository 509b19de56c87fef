import { z } from 'zod'
import { holding } from '../../actors/holds'
import { pageStates } from '../../actors/page-state'
import type { Problem } from '../../actors/problem'
import { read } from '../commands/input/read'
import type { WebContext } from './context'

/** What a page calls itself. */
export const TAB = /^[\w-]{1,64}$/

/** A page says where it is; `tab` is what it calls itself, to be told from others of its person. */
export const presenceForm = z.strictObject({
  tab: holding('value', z.string().regex(TAB)),
  page: z.enum(pageStates),
})

/** What somebody's page said, within what one person may ask for. Problems: limited, invalid. */
export const readPresence = async (
  { desk }: WebContext,
  person: string,
  input: unknown,
): Promise<z.output<typeof presenceForm> | Problem> =>
  (await desk.rate.spend('act', person)) ?? read(presenceForm, input)
