import { createTransport } from 'nodemailer'
import { messageOf } from './message'
import type { Post } from './sender'

const CONNECT_MS = 10_000
const ANSWER_MS = 30_000

type Limits = { connectMs?: number; answerMs?: number }

/** Hands mail to the server of an `smtp://` or `smtps://` URL, as somebody. */
export const smtpPost = (
  url: string,
  from: string,
  { connectMs = CONNECT_MS, answerMs = ANSWER_MS }: Limits = {},
): { post: Post; close(): void } => {
  const transport = createTransport({
    ...{ url, connectionTimeout: connectMs, greetingTimeout: connectMs },
    ...{ socketTimeout: answerMs, disableFileAccess: true, disableUrlAccess: true },
  })
  return {
    post: async (mail) => {
      await transport.sendMail(messageOf(from, mail))
    },
    close: () => transport.close(),
  }
}
