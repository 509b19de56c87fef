import type { Config } from '../config'
import { type LetterParts, openLetters } from './letters'
import { outboxPost } from './outbox'

export type Letters = { stop(): Promise<void> }

type Parts = Omit<LetterParts, 'post'> & Pick<Config, 'mail' | 'dataDir'>

/**
 * The mail of the desk: by a server where one is set, else into a folder. What speaks to a server is
 * loaded by whoever has one.
 */
export const startLetters = async ({ mail, dataDir, ...parts }: Parts): Promise<Letters> => {
  const from = mail?.from ?? `bellhop@${new URL(parts.baseUrl).hostname}`
  const { post, close } = mail
    ? (await import('./smtp')).smtpPost(mail.url, from)
    : outboxPost(dataDir, from, parts.clock)
  const letters = openLetters({ ...parts, post })
  letters.start()
  return {
    async stop() {
      await letters.stop()
      close()
    },
  }
}
