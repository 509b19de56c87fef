import { z } from 'zod'
import { pageStates } from '../../actors/page-state'

/** A page says where it is; `tab` is what it calls itself, to be told from others of its person. */
export const presenceForm = z.strictObject({
  tab: z.string().regex(/^[\w-]{1,64}$/),
  page: z.enum(pageStates),
})
