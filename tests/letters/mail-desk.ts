import type { Staff, Visitor } from '../../actors/people'
import { isProblem } from '../../actors/problem'
import { systemClock } from '../../src/clock'
import { claim } from '../../src/commands/agents/claim'
import { setStatus } from '../../src/commands/agents/status'
import { say } from '../../src/commands/conversations/say'
import { start } from '../../src/commands/visitors/start'
import { openLetters } from '../../src/letters/letters'
import { smtpPost } from '../../src/letters/smtp'
import { openLog } from '../../src/log'
import { clientId, hire, openTestDesk, until } from '../support/desk'
import { openMailServer, readable } from './mail-server'

export const MINUTE_MS = 60_000
const from = { address: '203.0.113.9', language: 'en' }

/** A desk whose answers go out by a real server of mail, on a clock that can be brought forward. */
export const openMailDesk = async () => {
  const server = await openMailServer()
  let later = 0
  const clock = { ...systemClock, now: () => Date.now() + later }
  const desk = await openTestDesk({ clock })
  const ana: Staff = await hire(desk, 'Ana', 50)
  await setStatus(desk.desk, ana, { status: 'away' })
  const lines: string[] = []

  /** One look of a worker that is begun anew: it remembers nothing but what is stored. */
  const round = async (url = server.url) => {
    const { post, close } = smtpPost(url, 'Bellhop <help@desk.test>')
    const log = openLog('debug', (line) => lines.push(line))
    const parts = { node: 'one', ...desk.desk, ...desk.config, log, post }
    await openLetters(parts).round()
    close()
  }
  /** Somebody asks, and Ana takes it. */
  const ask = async (name: string, about: { email?: string; language?: string } = {}) => {
    const { email = `${name.toLowerCase()}@guest.test`, language = 'en' } = about
    const form = { name, email, text: 'My lamp is dark', client_id: clientId() }
    const started = await start(desk.desk, null, form, { ...from, language })
    if (isProblem(started)) throw new Error(started.reason)
    const { conversation: id, token = '' } = started
    await take(id)
    return { id, token, person: { kind: 'visitor', id: started.visitor } as Visitor }
  }
  const take = async (id: string) => {
    const problem = await claim(desk.desk, ana, id)
    if (problem) throw new Error(problem.reason)
    await until(async () => (await desk.desk.store.conversations.find(id))?.agent === ana.id)
  }
  const answer = async (id: string, text: string) => {
    const said = await say(desk.desk, ana, id, { text, client_id: clientId() }, from)
    if (isProblem(said)) throw new Error(said.reason)
    return said.entry.seq
  }
  return {
    ...{ desk, ana, server, lines, round, ask, take, answer },
    mailsTo: (address: string) => server.got.filter(({ to }) => to.includes(address)),
    /** The clock goes on by this, ms. */
    pass(ms: number) {
      later += ms
    },
    async close() {
      await desk.close()
      await server.close()
    },
  }
}
export type MailDesk = Awaited<ReturnType<typeof openMailDesk>>

/** Where the link of a mail leads, and the form behind it. */
export const linkIn = (mail: Parameters<typeof readable>[0] | undefined) => {
  const link = /http:\/\/desk\.test(\/chat\/back\/[^\s"<]+)/.exec(mail ? readable(mail) : '')?.[1]
  const { pathname, searchParams } = new URL(link ?? '/', 'http://desk.test')
  const form = { e: searchParams.get('e') ?? '', s: searchParams.get('s') ?? '' }
  return { link: link ?? '', pathname, form }
}
