import type { Config } from '../config'
import { type LetterParts, openLetters } from './letters'

export type Letters = { stop(): Promise<void> }

type Parts = Omit<LetterParts, 'post'> & Pick<Config, 'mail'>

/** Mail to visitors, where a server for it is set; what speaks to one is loaded by whoever has one. */
export const startLetters = async ({ mail, ...parts }: Parts): Promise<Letters | undefined> => {
  if (!mail) return undefined
  const { smtpPost } = await import('./smtp')
  const { post, close } = smtpPost(mail.url, mail.from)
  const letters = openLetters({ ...parts, post })
  letters.start()
  return {
    async stop() {
      await letters.stop()
      close()
    },
  }
}
