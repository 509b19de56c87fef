import { Problem } from '../../../actors/problem'
import { commandLine } from '../../commands/audit'
import type { Desk } from '../../commands/desk'
import { giveUp, resend } from '../../commands/letters/manage'

/** Does something to a mail by its id, as the office does. */
const withLetter =
  (command: typeof resend) =>
  async (desk: Desk, { id }: { id: string }): Promise<string | Problem> => {
    const letter = await desk.store.letters.find(id)
    if (!letter) return new Problem('missing', 'missing')
    return (await command(desk, commandLine, letter)) ?? id
  }

export const retryMail = withLetter(resend)
export const dropMail = withLetter(giveUp)
