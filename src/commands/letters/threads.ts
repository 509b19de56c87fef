import { type ReportName, reportNames } from '../../../actors/figures/reports'
import { hashToken } from '../tokens'

/** A thread of mail is a conversation's id, or one of these: a word and what it is about, in 64 bytes. */
export const leftThread = (conversation: string, nth: number) => `left${nth}.${conversation}`
export const transcriptThread = (conversation: string) => `transcript.${conversation}`
export const resetThread = (emailKey: string) => `reset.${hashToken(emailKey).slice(0, 48)}`
export const invitationThread = (account: string) => `invitation.${account}`
export const confirmThread = (emailKey: string) => `confirm.${hashToken(emailKey).slice(0, 48)}`
export const moveThread = (customer: string) => `move.${customer}`
export const trialThread = 'trial'
export const reportThread = (account: string, name: ReportName) => `${name}.${account}`
/** Whose report it is, and which. */
export const reportOfThread = (thread: string): { account: string; name: ReportName } | null => {
  const name = reportNames.find((one) => thread.startsWith(`${one}.`))
  return name ? { name, account: thread.slice(name.length + 1) } : null
}
