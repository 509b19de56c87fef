import { newPassword } from '../../commands/accounts/new-password'
import type { Terminal } from '../terminal'

/** What files and pipes put after it, however often. */
const LINE_ENDS = /[\r\n\u0085\u2028\u2029]+$/

/** One read from standard input, or a new one that is printed once: never one from the flags. */
export const passwordFor = async ({ input }: Terminal, flags: { passwordStdin?: boolean }) =>
  flags.passwordStdin
    ? { password: (await input()).replace(LINE_ENDS, ''), made: false }
    : { password: newPassword(), made: true }
