import type { SendMailOptions } from 'nodemailer'
import type { Posted } from './sender'

/** A mail as it is built: with the headers that machines read. */
export const messageOf = (
  from: string,
  { id, kind, thread, stop, attachments = [], ...mail }: Posted,
): SendMailOptions => ({
  ...mail,
  ...{ from, messageId: id },
  ...(attachments.length > 0 ? { attachments: [...attachments] } : {}),
  // All of a conversation hangs from one root, which no mail is itself: none need know the one before.
  ...(thread ? { inReplyTo: thread, references: thread } : {}),
  headers: {
    // No machine answers what a machine sent (RFC 3834).
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    'X-Bellhop-Kind': kind,
    // By one press in the reader's own program (RFC 8058).
    ...(stop
      ? {
          'List-Unsubscribe': unfolded(`<${stop}>`),
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }
      : {}),
  },
})

/** On one line, however long: not every program that looks for an address here puts lines together. */
const unfolded = (value: string) => ({ prepared: true, value })
