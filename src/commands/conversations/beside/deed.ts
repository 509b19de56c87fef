import type { z } from 'zod'
import type { aspects } from '../../../../actors/conversation/aspects'
import type { Staff } from '../../../../actors/people'
import type { Problem } from '../../../../actors/problem'
import type { Desk, From } from '../../desk'
import type { Said } from '../write'

/** What it is called. */
export type AspectVerb = keyof typeof aspects

/** Something a member of staff does to one conversation; `from` is where the request came from. */
export type Command = (
  desk: Desk,
  person: Staff,
  id: string,
  input: unknown,
  from: From,
) => Promise<Said | null | Problem>

/** Something colleagues do beside the talk: its form, and what is done with it. */
export type Deed = { form: z.ZodObject; run: Command }
