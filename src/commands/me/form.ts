import { z } from 'zod'
import { noticeTimes } from '../../../actors/agent/notices'
import { holding } from '../../../actors/holds'
import { typedPassword } from '../accounts/password-rules'
import { neededName } from '../input'

const time = z.enum(noticeTimes).optional()

/** What somebody changes of their own; what is left out stays. */
export const meForm = z.strictObject({
  name: neededName.optional(),
  /** A file of the form. */
  avatar: holding('value', z.unknown()).optional(),
  avatar_removal: z.literal('1').optional(),
  ...{ offer: time, assigned: time, message: time, mention: time },
  push_text: z.enum(['yes', 'no']).optional(),
  current_password: typedPassword.optional(),
  new_password: typedPassword.optional(),
})
export type MeForm = z.output<typeof meForm>
