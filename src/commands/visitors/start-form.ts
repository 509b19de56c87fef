import { z } from 'zod'
import { holding } from '../../../actors/holds'
import { startLimits } from '../../../actors/start/form'
import { clientId, messageText, optionalEmail, personName } from '../input'

/** What every desk asks before a chat; the fields that the office defines come beside it. */
export const startForm = z.strictObject({
  name: personName.default(''),
  email: optionalEmail.default(''),
  department: holding('value', z.string().max(64)).default(''),
  text: messageText,
  client_id: clientId,
  /** One that the desk suggests, pressed: it comes before what was written. */
  question: holding('value', z.string().max(startLimits.question * 2)).default(''),
  /** Which text they saw and agree to; `yes` for the one that holds now. */
  consent: holding('value', z.string().max(100)).default(''),
  /** A link to one agent brought them here. */
  link: holding('value', z.string().max(200)).default(''),
})
