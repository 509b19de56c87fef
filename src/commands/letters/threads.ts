import { hashToken } from '../tokens'

/** A thread of mail is a conversation's id, or one of these: a word and what it is about, in 64 bytes. */
export const leftThread = (conversation: string, nth: number) => `left${nth}.${conversation}`
export const transcriptThread = (conversation: string) => `transcript.${conversation}`
export const resetThread = (emailKey: string) => `reset.${hashToken(emailKey).slice(0, 48)}`
export const invitationThread = (account: string) => `invitation.${account}`
export const confirmThread = (emailKey: string) => `confirm.${hashToken(emailKey).slice(0, 48)}`
export const moveThread = (customer: string) => `move.${customer}`
export const trialThread = 'trial'
