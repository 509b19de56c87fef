import { createTransport } from 'nodemailer'
import type { Post } from './sender'

const CONNECT_MS = 10_000
const ANSWER_MS = 30_000

/** Hands mail to the server of an `smtp://` or `smtps://` URL, as somebody. */
export const smtpPost = (url: string, from: string): { post: Post; close(): void } => {
  const transport = createTransport({
    ...{ url, connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS },
    ...{ socketTimeout: ANSWER_MS, disableFileAccess: true, disableUrlAccess: true },
  })
  return {
    post: async ({ id, ...mail }) => {
      await transport.sendMail({
        ...mail,
        ...{ from, messageId: id },
        // No machine answers what a machine sent (RFC 3834).
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    },
    close: () => transport.close(),
  }
}
