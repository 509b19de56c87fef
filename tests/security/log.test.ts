import { afterAll, beforeAll, expect, test } from 'bun:test'
import { openLog } from '../../src/log'
import { paths } from '../../views/paths'
import { type App, hire, openApp, PASSWORD, visit } from './app'
import { faults, INDISCREET, whileBroken } from './faults'

let app: App
beforeAll(async () => {
  app = await openApp()
})
afterAll(() => app.close())

/** What moves a cursor, ends a line or begins a sequence of a terminal. */
const moves = /[\p{Cc}\u2028\u2029]/u

test('one event is one line, whatever it holds', () => {
  const lines: string[] = []
  const log = openLog('debug', (line) => lines.push(line))
  const all = Array.from({ length: 0x2100 }, (_, code) => String.fromCharCode(code)).join('')
  log.error(all, { [all]: all, problem: new Error(all), nested: { cause: all } })
  expect(lines).toHaveLength(1)
  expect(lines[0]?.split('\n')).toHaveLength(2)
  expect(lines[0]?.trimEnd()).not.toMatch(moves)
  expect(JSON.parse(lines[0] ?? '').nested.cause).toBe(all.toWellFormed())
})

test('no fault that somebody can cause writes their signs, their words or a secret into it', async () => {
  const ana = await hire(app, 'Ana')
  const vera = await visit(app, { name: 'Vera\u009b2J', text: 'A private word\u009b' })
  const form = { text: 'Another private word', client_id: 'log-0001' }
  const ask = async () => {
    for (const path of [paths.chat.page, '/workbench/conversations/x%0a%1b[2J%C2%9B', paths.ready])
      for (const method of ['GET', 'POST'])
        await app.ask(method, path, {
          cookie: `${vera.cookie}; ${ana.cookie}`,
          ...(method === 'POST' ? { form } : {}),
        })
    await app.ask('POST', paths.session.signIn, {
      form: { email: ana.email, password: PASSWORD },
    })
  }
  for (const fault of Object.values(faults)) await whileBroken(app, fault, ask)
  const log = app.lines.join('')
  // The operator does learn what was wrong.
  expect(log).toContain(JSON.stringify(INDISCREET).slice(1, 20))
  expect(log.replaceAll('\n', '')).not.toMatch(moves)
  for (const secret of [ana.cookie, vera.cookie].map((cookie) => cookie.split('=')[1] ?? ''))
    expect(log).not.toContain(secret)
  expect(log).not.toMatch(/private word|honest sentence/)
  expect(log).not.toContain(app.config.secret)
})
