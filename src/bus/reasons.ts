import { placeOf, type ServerUrl } from '../config/server-url'
import { certificateRemedy, isNoTls } from '../config/tls'
import { type About, type Reason, rules } from './reasons/rules'

/** A server that ended the connection before it had said anything. */
export class HungUp extends Error {
  override readonly name = 'HungUp'
  constructor() {
    super('the connection was closed without a word')
  }
}

/** What the driver says to itself when a command came at a bad moment: no word of the server. */
const isOurOwn = /isn't writeable|Connection is closed|max retries per request/i

/** Undefined for what is no reason, only its consequence. */
export const reasonOf = (problem: Error & { code?: string }, about: About): Reason | undefined => {
  const { server } = about
  if (isOurOwn.test(problem.message)) return undefined
  const says = `Redis at ${placeOf(server)}: ${withoutPassword(problem.message, server)}`
  const certificate = certificateRemedy(problem)
  if (certificate !== undefined) return { kind: 'refused', says, remedy: certificate }
  if (server.tls && isNoTls(problem))
    return {
      ...{ kind: 'refused', says },
      remedy: 'It does not speak TLS there: begin REDIS_URL with redis://, or look at the port.',
    }
  const text = `${problem.message} ${problem.code ?? ''}`
  const rule = rules.find((one) => one.says.test(text))
  return { kind: rule?.kind ?? 'away', says, remedy: rule?.remedy(about) }
}

/** An old Redis repeats what it did not understand, and that may be who we said we are. */
const withoutPassword = (text: string, { password }: ServerUrl) =>
  password === '' ? text : text.replaceAll(password, '…')
